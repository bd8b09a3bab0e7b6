import { buildSchema, graphql } from "graphql";
import type { Role } from "../../../src/core/api/principal.js";
import { authorizeRootFields } from "../../../src/core/api/server/authorize.js";
import { ForbiddenError } from "../../../src/core/shared/errors.js";

function guardedSchema() {
  const schema = buildSchema("type Query { open: Int } type Mutation { write: Int }");
  const [open, write] = [schema.getQueryType()?.getFields().open, schema.getMutationType()?.getFields().write];
  if (!open || !write) throw new Error("the schema lacks a field");
  open.extensions = { role: "reader" };
  write.extensions = { role: "writer" };
  return authorizeRootFields(schema);
}

const ask = (source: string, ...held: Role[]) =>
  graphql({
    schema: guardedSchema(),
    source,
    rootValue: { open: 1, write: 2 },
    contextValue: { principal: { name: "ada", roles: new Set(held) } },
  });

test("a caller with the role of a root field passes", async () => {
  expect((await ask("{ open }", "reader")).data).toEqual({ open: 1 });
  expect((await ask("mutation { write }", "writer")).data).toEqual({ write: 2 });
});

test("a caller without the role is refused with the names of field, role and caller", async () => {
  const { data, errors } = await ask("mutation { write }", "reader", "admin");
  expect(data).toEqual({ write: null });
  expect(errors?.[0]?.originalError).toBeInstanceOf(ForbiddenError);
  expect(errors?.[0]?.message).toMatch(/write.*writer.*ada/);
});
