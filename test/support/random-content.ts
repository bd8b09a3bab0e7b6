import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { caseFacts } from "./case-facts.js";
import type { ContentWorld, ReportedEdge } from "./oracle/content.js";

/** What is reported of a few files, folders and models with few different contents, and what is decided about them later. */
export interface ReportedContent {
  readonly namespaces: readonly string[];
  readonly world: ContentWorld;
  /** In random order. */
  readonly facts: readonly FactInput[];
  /** Keys of snapshots that are retracted afterwards. */
  readonly retractedNodes: readonly string[];
  readonly retractedEdges: readonly ReportedEdge[];
  /** Keys of snapshots that are tombstoned afterwards. */
  readonly tombstoned: readonly string[];
}

const digest = fc.option(fc.nat(3), { freq: 5 });
const place = fc.option(fc.constantFrom("/p", "/p/a", "/p/b", "/q", "/r"), { freq: 4 });
/** A folder has the content of its files. One of the contents of folders, 4, is found in other folders. */
const folderDigest = fc.option(fc.constantFrom(4, 5), { freq: 2 });
/** Often the same content, so that folders within folders have the same files. */
const member = fc.record({
  path: fc.constantFrom("f", "g", "a/f", "b/f", "a/b/f"),
  content: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(4) }),
});
const sketch = fc.record({
  snapshots: fc.uniqueArray(
    fc.record({
      namespace: fc.nat(1),
      name: fc.constantFrom("d", "d/a", "d/a/b", "d/b", "e", "x", "y"),
      version: fc.constantFrom("1", "2"),
      digest,
      folderDigest,
      place,
      folder: fc.oneof(
        { weight: 6, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 4, arbitrary: fc.uniqueArray(member, { minLength: 1, maxLength: 3, selector: ({ path }) => path }) },
      ),
      producer: fc.option(fc.nat(3)),
    }),
    { minLength: 2, maxLength: 10, selector: ({ namespace, name, version }) => `${namespace} ${name} ${version}` },
  ),
  runs: fc.array(fc.record({ namespace: fc.nat(1), inputs: fc.array(fc.nat(20), { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  }),
  versions: fc.array(
    fc.record({ namespace: fc.nat(1), digest, place, producer: fc.option(fc.nat(3)), isInProduction: fc.boolean() }),
    { maxLength: 4 },
  ),
  order: fc.infiniteStream(fc.nat()),
  retractedNodes: fc.oneof(fc.constant([]), fc.array(fc.nat(20), { maxLength: 2 })),
  retractedEdges: fc.oneof(fc.constant([]), fc.array(fc.nat(20), { maxLength: 2 })),
  tombstoned: fc.oneof(fc.constant([]), fc.array(fc.nat(20), { maxLength: 2 })),
});
type Sketch = typeof sketch extends fc.Arbitrary<infer T> ? T : never;

const pickSome = <T>(list: readonly T[], indexes: readonly number[]): T[] =>
  list.length === 0 ? [] : [...new Set(indexes.map((index) => list[index % list.length] as T))];

/** Random reports of content, each with its own namespaces and digests. */
export const reportedContents: fc.Arbitrary<ReportedContent> = sketch.map((drawn) => {
  const id = randomUUID();
  const parts = [caseFacts(`one-${id}`), caseFacts(`two-${id}`)] as const;
  const reported = report(drawn, parts, (content) => `sha256:${content}-${id}`);
  const { world } = reported;
  const snapshotKeys = world.snapshots.map(({ key }) => key);
  return {
    ...reported,
    namespaces: parts.map(({ namespace }) => namespace),
    retractedNodes: pickSome(snapshotKeys, drawn.retractedNodes),
    retractedEdges: pickSome(world.edges, drawn.retractedEdges),
    tombstoned: pickSome(snapshotKeys, drawn.tombstoned),
    [fc.toStringMethod]: () => JSON.stringify({ ...reported, ...drawn, order: [] }, null, 1).replaceAll(id, "…"),
  };
});

type Namespaces = readonly [ReturnType<typeof caseFacts>, ReturnType<typeof caseFacts>];
type DigestOf = (content: number) => string;

function report(drawn: Sketch, parts: Namespaces, digestOf: DigestOf) {
  const named = (content: number | null): string | null => (content === null ? null : digestOf(content));
  const partOf = (index: number) => (index === 0 ? parts[0] : parts[1]);
  const snapshots = drawn.snapshots.map(({ namespace, name, version, place, folder, producer, ...contents }) => ({
    key: partOf(namespace).s(`${name}@${version}`),
    ref: { namespace: partOf(namespace).namespace, dataset: name, version },
    namespace: partOf(namespace).namespace,
    name,
    digest: named(folder === undefined ? contents.digest : contents.folderDigest),
    place,
    members:
      folder
        ?.filter((member) => member.content < 4 || contents.folderDigest !== 4)
        .map((member) => ({ path: member.path, digest: digestOf(member.content) })) ?? (folder as null | undefined),
    producer,
  }));
  const versions = drawn.versions.map(({ namespace, digest: content, ...rest }, index) => ({
    ...rest,
    key: partOf(namespace).v(`m@${index}`),
    ref: { namespace: partOf(namespace).namespace, model: "m", version: String(index) },
    namespace: partOf(namespace).namespace,
    digest: named(content),
  }));
  const runs = drawn.runs.map(({ namespace, inputs }, index) => ({
    key: partOf(namespace).r(`r${index}`),
    ref: { namespace: partOf(namespace).namespace, externalId: `r${index}` },
    inputs: pickSome([...snapshots, ...versions], inputs),
    outputs: snapshots.filter(({ producer }) => producer !== null && producer % drawn.runs.length === index),
  }));
  const producerOf = (index: number | null) => (index === null ? null : (runs[index % runs.length] ?? null));
  const edges: ReportedEdge[] = [
    ...runs.flatMap(({ key, inputs, outputs }) => [
      ...inputs.map((input) => ({ from: input.key, to: key, kind: "USED_BY" as const })),
      ...outputs.map((output) => ({ from: key, to: output.key, kind: "PRODUCED" as const })),
    ]),
    ...versions.flatMap(({ key, producer }) => {
      const run = producerOf(producer);
      return run ? [{ from: run.key, to: key, kind: "PRODUCED" as const }] : [];
    }),
  ];
  const facts: FactInput[] = [
    ...snapshots.map(({ ref, digest: contentDigest, place, members }) => ({
      operation: "registerDatasetSnapshot" as const,
      input: {
        ...ref,
        digest: contentDigest ?? undefined,
        uri: place === null ? undefined : `file://${place}`,
        ...(members === null && { isFolder: true }),
        ...(members && {
          members: members.map((member) => ({ ...member, sizeBytes: 10 })),
        }),
      },
    })),
    ...runs.map(({ ref, inputs, outputs }) => ({
      operation: "recordRun" as const,
      input: {
        ...ref,
        status: "COMPLETED",
        inputs: inputs.map((input) =>
          "dataset" in input.ref
            ? { role: "input", datasetSnapshot: input.ref }
            : { role: "input", modelVersion: input.ref },
        ),
        outputSnapshots: outputs.map((output) => output.ref),
      },
    })),
    ...versions.map(({ ref, digest: artifactDigest, place, producer }) => ({
      operation: "registerModelVersion" as const,
      input: {
        ...ref,
        producedBy: producerOf(producer)?.ref,
        artifactDigest: artifactDigest ?? undefined,
        artifactUri: place === null ? undefined : `file://${place}`,
      },
    })),
    ...versions.flatMap(({ ref: { version }, namespace, isInProduction }) =>
      isInProduction
        ? [(namespace === parts[0].namespace ? parts[0] : parts[1]).deploy(`e${version}`, `m@${version}`)]
        : [],
    ),
  ] as FactInput[];
  return {
    world: { snapshots, versions, edges, tombstoned: new Set<string>() } satisfies ContentWorld,
    facts: shuffled(facts, drawn.order),
  };
}

function shuffled<T>(list: readonly T[], order: Iterator<number>): T[] {
  return list
    .map((item) => ({ item, position: Number(order.next().value) }))
    .sort((left, right) => left.position - right.position)
    .map(({ item }) => item);
}
