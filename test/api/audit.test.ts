import { chainHash, genesisHash } from "../../src/core/shared/hash-chain.js";
import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

interface Entry {
  readonly id: string;
  readonly sequence: number;
  readonly at: string;
  readonly by: string;
  readonly action: string;
  readonly targets: readonly string[];
  readonly detail: Record<string, unknown>;
  readonly previousHash: string;
  readonly hash: string;
}
interface Page {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Entry }[];
}
const query = `query($target: String, $by: String, $action: String, $since: DateTime, $until: DateTime, $first: Int, $after: String, $last: Int) {
  auditLog(target: $target, by: $by, action: $action, since: $since, until: $until, first: $first, after: $after, last: $last) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id sequence at by action targets detail previousHash hash } } } }`;
const ask = async (variables: object): Promise<Page> => (await app.ask<{ auditLog: Page }>(query, variables)).auditLog;
const entries = ({ edges }: Page): Entry[] => edges.map(({ node }) => node);

const register = (namespace: string, version: string, principal: string) =>
  app.ask(
    "mutation($input: RegisterDatasetSnapshotInput!) { registerDatasetSnapshot(input: $input) { key } }",
    { input: { namespace, dataset: "d", version } },
    { principal },
  );

test("the audit log is filtered by target, person, action and time, newest first", async () => {
  const namespace = uniqueNamespace();
  const [ada, grace] = [`ada-${namespace}`, `grace-${namespace}`];
  await register(namespace, "1", ada);
  await register(namespace, "2", grace);
  const between = new Date().toISOString();
  await app.ask(
    "mutation($input: AddNoteInput!) { addNote(input: $input) { text } }",
    { input: { target: { key: `snapshot:${namespace}/d@1` }, text: "checked by hand" } },
    { principal: ada },
  );

  const ofAda = await ask({ by: ada });
  expect(entries(ofAda)).toMatchObject([
    { by: ada, action: "addNote", targets: [`snapshot:${namespace}/d@1`], detail: { text: "checked by hand" } },
    { by: ada, action: "registerDatasetSnapshot", targets: [`snapshot:${namespace}/d@1`], detail: { facts: 1 } },
  ]);
  expect(ofAda.totalCount).toBe(2);
  expect(entries(await ask({ target: `snapshot:${namespace}/d@1` }))).toEqual(entries(ofAda));
  expect((await ask({ by: ada, action: "addNote" })).totalCount).toBe(1);
  expect((await ask({ by: ada, until: between })).totalCount).toBe(1);
  expect((await ask({ by: ada, since: between })).totalCount).toBe(1);
  expect(await ask({ by: grace, since: between })).toMatchObject({ totalCount: 0, edges: [] });
  const [first] = entries(ofAda);
  expect(
    await app.ask("query($id: ID!) { node(id: $id) { id ... on AuditEntry { sequence } } }", { id: first?.id }),
  ).toEqual({ node: { id: first?.id, sequence: first?.sequence } });
});

test("its pages are contiguous, and each entry contains the hash of the previous one, computed as the schema describes", async () => {
  const namespace = uniqueNamespace();
  for (const version of ["1", "2", "3"]) await register(namespace, version, namespace);
  const first = await ask({ first: 2 });
  const second = await ask({ first: 2, after: first.pageInfo.endCursor });
  const [newest, ...older] = [...entries(first), ...entries(second)];
  expect(older).toHaveLength(3);
  let after = newest;
  for (const entry of older) {
    expect(after?.sequence).toBe(entry.sequence + 1);
    expect(after?.previousHash).toBe(entry.hash);
    expect(
      chainHash(entry.previousHash, {
        ...entry,
        at: Date.parse(entry.at),
        targets: [...entry.targets],
        detail: JSON.stringify(entry.detail),
      }),
    ).toBe(entry.hash);
    after = entry;
  }
  const [last] = entries(await ask({ last: 1 }));
  expect(last).toMatchObject({ sequence: 1, previousHash: genesisHash });
});
