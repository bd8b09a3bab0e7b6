import { randomUUID } from "node:crypto";
import type { Role } from "../../src/core/api/principal.js";
import { Graph } from "../../src/core/graph/graph.js";
import { Ledger } from "../../src/core/graph/ledger.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import { loadPolicies } from "../../src/features/release/release.repository.js";
import { endpointKey } from "../../src/core/shared/key.js";
import { createWriting } from "../../src/services.js";
import { testDatabase } from "../support/test-app.js";

const graph = new Graph(testDatabase());
const writing = createWriting(new Ledger(graph));
const namespace = `test-${randomUUID()}`;
beforeAll(async () => {
  await migrate(graph, await loadMigrations());
});
afterAll(() => graph.close());

const define = async (role: Role, name: string, policy: object | null, by: string = namespace) => {
  const [outcome] = await writing
    .factsFor({ name: by, roles: new Set<Role>([role]) }, 10_000)
    .write([{ operation: "defineEndpoint", input: { namespace, name, stage: "PRODUCTION", policy } }]);
  return outcome;
};
const policyOf = async (name: string) => (await loadPolicies(graph, [endpointKey(namespace, name)]))[0]?.policy;

/** The entries that a principal caused, with their details. */
async function entriesOf(by: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (let after = 0; ;) {
    const entries = await graph.read(listEntries, { after, limit: 5_000 });
    found.push(...entries.filter((entry) => entry.by === by).map(({ detail }) => JSON.parse(detail) as unknown));
    const last = entries.at(-1);
    if (!last) return found;
    after = last.sequence;
  }
}

test("a writer may create an endpoint; its policy requires an admin, and is unchanged if omitted", async () => {
  expect(await define("writer", "guarded", null)).toMatchObject({ status: "NEW" });
  expect(await define("writer", "guarded", { requiredApprovals: 0 })).toMatchObject({
    status: "REJECTED",
    code: "FORBIDDEN",
    details: { role: "admin" },
  });
  expect(await policyOf("guarded")).toMatchObject({ requiredApprovals: 1 });
  expect(await define("admin", "guarded", { requiredApprovals: 2 })).toMatchObject({ status: "CHANGED" });
  expect(await define("admin", "guarded", { requiredApprovals: 2 })).toMatchObject({ status: "UNCHANGED" });
  expect(await define("writer", "guarded", null)).toMatchObject({ status: "UNCHANGED" });
  expect(await policyOf("guarded")).toMatchObject({ requiredApprovals: 2, requirePinnedEnvironment: true });
});

test("the ledger records each policy in full: earlier changes and their authors remain known", async () => {
  const by = `admin-${randomUUID()}`;
  for (const requiredApprovals of [3, 0]) await define("admin", "audited", { requiredApprovals }, by);
  const policies = (await entriesOf(by)).map(
    (detail) =>
      JSON.parse(
        (detail as { changed: Record<string, { policy: string }> }).changed[endpointKey(namespace, "audited")]
          ?.policy ?? "",
      ) as { requiredApprovals: number },
  );
  expect(policies.map(({ requiredApprovals }) => requiredApprovals)).toEqual([3, 0]);
});
