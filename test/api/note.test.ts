import { type TestApp, startTestApp, uniqueNamespace } from "../support/test-app.js";

let app: TestApp;
beforeAll(async () => void (app = await startTestApp()));
afterAll(() => app.close());

const addNote = (target: object, text: string, more: object = {}) =>
  app.graphql<{ addNote: { id: string; text: string } }>(
    "mutation($input: AddNoteInput!) { addNote(input: $input) { id text by at about { label } } }",
    { input: { target, text, ...more } },
    { principal: "ada" },
  );
const snapshot = (namespace: string, version: string) => ({
  operation: "registerDatasetSnapshot",
  input: { namespace, dataset: "d", version },
});

test("notes stay with the node, oldest first, and search finds the node by them", async () => {
  const namespace = uniqueNamespace();
  await app.sendFacts([snapshot(namespace, "1")]);
  const target = { key: `snapshot:${namespace}/d@1` };
  const word = `zebra${namespace.replace(/\W/g, "")}`;
  const first = await addNote(target, `Contains ${word} by mistake: ß, 数据 and \`code\``);
  expect(first.data).toMatchObject({ addNote: { by: "ada", about: { label: "d@1" } } });
  await addNote(target, "second");
  expect(
    await app.ask("query($ref: NodeRefInput!) { lineageNode(ref: $ref) { notes { text } } }", { ref: target }),
  ).toEqual({
    lineageNode: { notes: [{ text: `Contains ${word} by mistake: ß, 数据 and \`code\`` }, { text: "second" }] },
  });
  expect(
    await app.ask("query($text: String!) { search(text: $text) { totalCount edges { node { key } } } }", {
      text: `mistake ${word}`,
    }),
  ).toEqual({ search: { totalCount: 1, edges: [{ node: { key: target.key } }] } });
  const { id } = first.data.addNote;
  expect(await app.ask("query($id: ID!) { node(id: $id) { ... on Note { by } } }", { id })).toEqual({
    node: { by: "ada" },
  });
});

test("a repeated key writes one note, and another text is rejected", async () => {
  const namespace = uniqueNamespace();
  await app.sendFacts([snapshot(namespace, "1")]);
  const target = { key: `snapshot:${namespace}/d@1` };
  const answers = await Promise.all([1, 2, 3].map(() => addNote(target, "once", { idempotencyKey: namespace })));
  expect(new Set(answers.map(({ data }) => data.addNote.id)).size).toBe(1);
  expect((await addNote(target, "twice", { idempotencyKey: namespace })).errors).toMatchObject([
    { extensions: { code: "CONFLICT" } },
  ]);
  expect(
    await app.ask("query($ref: NodeRefInput!) { lineageNode(ref: $ref) { notes { text } } }", { ref: target }),
  ).toEqual({ lineageNode: { notes: [{ text: "once" }] } });
});

test("a note without a target, about several nodes, or without a text is rejected", async () => {
  const namespace = uniqueNamespace();
  await app.sendFacts([snapshot(namespace, "1"), snapshot(namespace, "2")]);
  expect((await addNote({ key: "run:no/such" }, "x")).errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  expect((await addNote({ dataset: { namespace, name: "d" } }, "x")).errors).toMatchObject([
    {
      message: `target refers to 2 nodes, but a note is about one; give the key of one of them: snapshot:${namespace}/d@1, snapshot:${namespace}/d@2`,
    },
  ]);
  expect((await addNote({ key: `snapshot:${namespace}/d@1` }, " \n")).errors).toMatchObject([
    { message: expect.stringContaining("text: is empty") },
  ]);
});
