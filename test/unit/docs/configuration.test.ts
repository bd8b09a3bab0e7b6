import { z } from "zod";
import { cliVariables } from "../../../src/adapters/cli/client-config.js";
import { environment } from "../../../src/config.js";
import { readDocument } from "../../support/markdown.js";

interface Variable {
  readonly default?: string | number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const variables = z.toJSONSchema(environment, { io: "input" }).properties as Readonly<Record<string, Variable>>;
/** The rows of the document's tables: the name of each variable and its other cells. */
const documented = new Map(
  [...readDocument("docs/configuration.md").text.matchAll(/^\| `(\w+)` +\|(.+)\|$/gm)].map(
    ([, name = "", cells = ""]) => [name, cells.split("|").map((cell) => cell.trim())],
  ),
);

test("every variable is documented, and no other", () => {
  expect([...documented.keys()].sort()).toEqual([...Object.keys(variables), ...cliVariables].sort());
});

test.each(Object.entries(variables))("%s has its default and its limits", (name, variable) => {
  const [value, limits] = documented.get(name) ?? [];
  expect(value).toBe(variable.default === undefined || variable.default === "" ? "" : `\`${variable.default}\``);
  if (variable.minimum !== undefined)
    expect(limits).toBe(`${thousands(variable.minimum)} to ${thousands(variable.maximum)}`);
});

const thousands = (value = NaN): string => value.toLocaleString("en-US");
