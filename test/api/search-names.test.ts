import { createHash } from "node:crypto";
import fc from "fast-check";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { repetitions } from "../support/repetitions.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
/** A word that no other test uses in names. */
const mark = namespace.replace(/[^0-9a-z]/g, "");
beforeAll(() => client.start());
afterAll(() => client.close());

interface Match {
  readonly key: string;
  readonly label: string;
}
const search = async (text: string, variables: Record<string, unknown> = {}): Promise<readonly Match[]> =>
  (
    await client.answer<{ search: { edges: { node: Match }[] } }>(
      `query($text: String!, $kinds: [LineageKind!], $first: Int = 20) {
        search(text: $text, kinds: $kinds, first: $first) { edges { node { key label } } }
      }`,
      { text, ...variables },
    )
  ).search.edges.map(({ node }) => node);
const messageOf = async (text: string): Promise<string | undefined> =>
  (await client.ask(`query($text: String!) { search(text: $text) { totalCount } }`, { text })).errors?.[0]?.message;

const run = (externalId: string, fields: Record<string, unknown> = {}): FactInput => ({
  operation: "recordRun",
  input: { namespace, externalId, status: "COMPLETED", ...fields },
});
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

test.each([
  "churner 1.2.3",
  "fold_3",
  "cv/fold_1",
  "model_v2_3",
  "7_2::PAYMENT",
  "ข้อมูล",
  "नमस्ते",
  "mu\u0308nchen",
  "İstanbul",
  "Straße",
  "データ_9",
  "x",
  "🚀",
  "-.:-",
  Array.from({ length: 40 }, (_, index) => `p${index}`).join("_"),
])("%s is found first by its name as typed, in every normal form", async (name) => {
  await client.record(run(name));
  for (const form of [name, name.normalize("NFC"), name.normalize("NFD"), `${namespace}/${name}`]) {
    const [first] = await search(form);
    expect([form, first?.key]).toEqual([form, `run:${namespace}/${encodeURIComponent(name)}`]);
  }
});

test("a name of the greatest length is found", async () => {
  const name = "n".repeat(1_000);
  await client.record(run(name), run(name.slice(0, 999)));
  expect((await search(name))[0]?.label).toBe(name);
});

test("a registered node of each kind is found by its label, its key and its digest or the beginning of it", async () => {
  const [digest, artifact, image] = [sha256(`${mark} data`), sha256(`${mark} artifact`), sha256(`${mark} image`)];
  const sha = sha256(`${mark} commit`).slice(0, 40);
  await client.record(
    {
      operation: "registerDatasetSnapshot",
      input: { namespace, dataset: `${mark}/a.b`, version: "2026-01", digest: `sha256:${digest}` },
    },
    {
      operation: "registerModelVersion",
      input: { namespace, model: `${mark} m`, version: "7", artifactDigest: `sha256:${artifact}` },
    },
    {
      operation: "registerCodeCommit",
      input: { repository: `https://git.example.com/${mark}/p.git`, sha },
    },
    {
      operation: "registerEnvironment",
      input: { imageUri: `registry.example.com/app@sha256:${image}` },
    },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: `${mark}:api`,
        stage: "PRODUCTION",
        modelVersion: { namespace, model: `${mark} m`, version: "7" },
        validFrom: "2026-01-01T00:00:00Z",
      },
    },
    run(`${mark}-r`, { name: `Thin file (${mark})` }),
  );
  const expected: Record<string, string> = {
    [`${mark}/a.b@2026-01`]: `${mark}/a.b@2026-01`,
    [`${mark} m@7`]: `${mark} m@7`,
    [`p@${sha.slice(0, 8)}`]: `p@${sha.slice(0, 8)}`,
    [`sha256:${image.slice(0, 8)}`]: `sha256:${image.slice(0, 8)}`,
    [`${mark} m@7 at ${mark}:api`]: `${mark} m@7 at ${mark}:api`,
    [`thin FILE (${mark})`]: `Thin file (${mark})`,
    [`sha256:${digest}`]: `${mark}/a.b@2026-01`,
    [digest.slice(0, 7)]: `${mark}/a.b@2026-01`,
    [artifact.slice(0, 7)]: `${mark} m@7`,
    [sha.slice(0, 7)]: `p@${sha.slice(0, 8)}`,
    [image.slice(0, 7)]: `sha256:${image.slice(0, 8)}`,
  };
  for (const [text, label] of Object.entries(expected)) {
    const [first] = await search(text);
    expect([text, first?.label]).toEqual([text, label]);
    expect((await search(first?.key ?? ""))[0]).toEqual(first);
  }
});

test("a loose name may be the digest of content, or at least its first 7 digits, with or without the algorithm", async () => {
  const [data, artifact] = [sha256(`${mark} named data`), sha256(`${mark} named artifact`)];
  const folder = `${createHash("md5").update(mark).digest("hex")}.dir`;
  await client.record(
    {
      operation: "registerDatasetSnapshot",
      input: { namespace, dataset: "named", version: "1", digest: `sha256:${data.toUpperCase()}` },
    },
    {
      operation: "registerDatasetSnapshot",
      input: { namespace, dataset: "dvc", version: "1", digest: `md5:${folder}` },
    },
    {
      operation: "registerModelVersion",
      input: { namespace, model: "named", version: "2", artifactDigest: `sha256:${artifact}` },
    },
    run("de\u0301ja\u0300"),
  );
  const expected: Record<string, string> = {
    [`sha256:${data}`]: "named@1",
    [`SHA256:${data.slice(0, 7)}`]: "named@1",
    [data.slice(0, 7).toUpperCase()]: "named@1",
    [`snapshot ${data}`]: "named@1",
    [`sha256:${artifact.slice(0, 20)}`]: "named@2",
    [artifact.slice(0, 7)]: "named@2",
    [`md5:${folder}`]: "dvc@1",
    [folder.slice(0, 9)]: "dvc@1",
    [`${namespace}/déjà`]: "de\u0301ja\u0300",
  };
  for (const [name, label] of Object.entries(expected)) {
    const { named } = await client.answer<{ named: { label: string }[] }>(
      "query($name: String!) { named(name: $name) { label } }",
      { name },
    );
    expect([name, named.map((node) => node.label)]).toEqual([name, [label]]);
  }
});

test("any node is among the first 20 for its label, its name and every run of letters or digits of its name", async () => {
  const letters = (alphabet: string) =>
    fc.string({ unit: fc.constantFrom(...alphabet.split("|")), minLength: 9, maxLength: 12 });
  const word = fc.oneof(
    letters("a|b|c|D|E|q|z|ß|é|e\u0301|u\u0308"),
    letters("0|1|2|3|7|9"),
    letters("ก|ข|ม|อ|า|่|้|ู"),
    letters("न|म|स|त|्|े|ा|ि"),
    letters("г|д|е|ё|И|й"),
  );
  const separator = fc.constantFrom("_", ".", "-", "/", ":", "::", " ", "+", "@", "%", "", "\u200d");
  const name = fc
    .array(fc.tuple(word, separator), { minLength: 1, maxLength: 3 })
    .map((parts) =>
      parts.map(([text, between], index) => (index === parts.length - 1 ? text : text + between)).join(""),
    );
  await fc.assert(
    fc.asyncProperty(name, fc.boolean(), async (text, isRun) => {
      const isolated = `${namespace}-${sha256(text).slice(0, 8)}`;
      await client.record(
        isRun
          ? {
              operation: "recordRun",
              input: { namespace: isolated, externalId: sha256(text).slice(0, 6), name: text, status: "COMPLETED" },
            }
          : { operation: "registerDatasetSnapshot", input: { namespace: isolated, dataset: text, version: "1" } },
      );
      const label = isRun ? text : `${text}@1`;
      // Of one or two characters, other suites record more than 20 nodes.
      const composed = text.normalize("NFC");
      const runs = [...composed.matchAll(/[\p{L}\p{N}]{3,}/gu), ...composed.matchAll(/\p{L}{3,}|\p{N}{3,}/gu)].map(
        String,
      );
      for (const each of [label, text, text.normalize("NFC"), text.normalize("NFD"), ...runs])
        expect([each, (await search(each)).some((match) => match.label === label)]).toEqual([each, true]);
    }),
    { numRuns: repetitions.graphs / 10 },
  );
});

test("texts without words, with more than 30 words and with words over 1,000 characters are errors if they are no names", async () => {
  expect(await messageOf("¿")).toMatch(/^text is "¿", which contains no word; give at least one letter or digit$/);
  expect(await messageOf(Array.from({ length: 31 }, (_, index) => `w${index}`).join(" "))).toMatch(/31 words/);
  expect(await messageOf("a".repeat(1_001))).toBe(
    "text contains a word of 1,001 characters; give words of at most 1,000",
  );
  expect(await messageOf("a".repeat(1_000))).toBeUndefined();
});

test("pages belong to one moment: what is recorded between them is not in them, and nothing is twice or missing", async () => {
  const names = Array.from({ length: 9 }, (_, index) => `${mark}page ${index}`);
  await client.record(...names.map((name) => run(name)));
  const page = `query($text: String!, $after: String) {
    search(text: $text, first: 2, after: $after) { totalCount edges { node { label } } pageInfo { hasNextPage endCursor } }
  }`;
  interface Page {
    readonly totalCount: number;
    readonly edges: readonly { readonly node: Match }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  }
  const found: string[] = [];
  let after: string | null = null;
  for (let index = 0; ; index += 1) {
    const { search: one }: { search: Page } = await client.answer(page, { text: `${mark}page`, after });
    found.push(...one.edges.map(({ node }) => node.label));
    expect(one.totalCount).toBe(names.length);
    if (!one.pageInfo.hasNextPage) break;
    after = one.pageInfo.endCursor;
    // New matches, and other texts with the same words, which changed the scores of a statistical ranking.
    await client.record(run(`${mark}page new ${index}`), run(`other-${index}`, { name: `${mark} page` }));
  }
  expect(found.toSorted()).toEqual(names);
});

test("kinds are part of the match, so that other nodes with the same words hide none", async () => {
  await client.record(run(`${mark}kinds run`), {
    operation: "registerDatasetSnapshot",
    input: { namespace, dataset: `${mark}kinds`, version: "1" },
  });
  expect((await search(`${mark}kinds`, { kinds: ["DATASET_SNAPSHOT"], first: 1 })).map(({ label }) => label)).toEqual([
    `${mark}kinds@1`,
  ]);
  expect(await search(`${mark}kinds`, { kinds: ["DEPLOYMENT"] })).toEqual([]);
});

test("a note is found in every normal form", async () => {
  await client.record(run(`${mark}-noted`));
  await client.answer(
    `mutation($key: String!, $text: String!) { addNote(input: { target: { key: $key }, text: $text }) { id } }`,
    { key: `run:${namespace}/${mark}-noted`, text: `Zurückgezogen-${mark}` },
  );
  expect((await search(`zuru\u0308ckgezogen ${mark}`)).map(({ label }) => label)).toEqual([`${mark}-noted`]);
});
