import { caseFacts, caseQuestions } from "../support/case-facts.js";
import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
beforeAll(() => client.start());
afterAll(() => client.close());
const { impactOf, planOf, candidatesOf, upstreamOf } = caseQuestions(client);

type Facts = ReturnType<typeof caseFacts>;
const nameOf = ({ namespace }: Facts, name = "d") => ({ namespace, name });
const digestOf = (n: Facts, path: string): string => `sha256:${path}-${n.namespace}`;

async function declare(dataset: object, alias: object): Promise<void> {
  await client.answer("mutation($input: DeclareSameDatasetInput!) { declareSameDataset(input: $input) { key } }", {
    input: { dataset, alias, reason: "renamed" },
  });
}

async function retract(dataset: object, alias: object): Promise<void> {
  await client.answer("mutation($input: RetractInput!) { retract(input: $input) { sequence } }", {
    input: {
      edges: [{ upstream: { dataset }, downstream: { dataset: alias }, kind: "SAME_CONTENT" }],
      reason: "another",
    },
  });
}

async function recordAll(steps: readonly (() => Promise<unknown>)[]): Promise<void> {
  for (const step of steps) await step();
}

async function verdictOf(key: string): Promise<string> {
  return (await planOf(key)).verdict;
}

/** The folder d of one namespace with the files a and b, under a version. */
function folder(n: Facts, version = "1", contents: Facts = n) {
  const members = ["a", "b"].map((path) => ({ path, digest: digestOf(contents, path), sizeBytes: 10 }));
  return n.snapshot(`d@${version}`, { members });
}

/** Production that was trained on a file or folder. */
const production = (n: Facts, data: string) => [
  n.run("train", [data]),
  n.version("m@1", "train"),
  n.deploy("ep", "m@1"),
];

describe("a folder with recorded files, of which one is recorded under the folder's other name", () => {
  test.each([
    ["folder, file, declaration", [0, 1, 2]],
    ["file, declaration, folder", [1, 2, 0]],
    ["declaration, folder, file", [2, 0, 1]],
  ])("contains it: %s", async (_, order) => {
    const [a, b] = [caseFacts(), caseFacts()];
    const steps = [
      () => client.record(a.run("make", [], ["d@1"]), folder(a), a.run("use", ["d@1"])),
      () => client.record(b.snapshot("d/a@7", { digest: digestOf(a, "a") }), ...production(b, "d/a@7")),
      () => declare(nameOf(a), nameOf(b)),
    ];
    await recordAll(order.flatMap((index) => steps[index] ?? []));
    const produced = [b.s("d/a@7"), b.r("train"), b.v("m@1")];
    expect(await impactOf(a.s("d@1"))).toEqual(expect.arrayContaining([...produced.slice(1), a.r("use")]));
    expect(await impactOf(b.s("d/a@7"))).toEqual(expect.arrayContaining([a.s("d@1"), a.r("use")]));
    expect(await impactOf(a.r("make"))).toEqual(expect.arrayContaining([...produced, a.s("d@1"), a.r("use")]));
    expect(await upstreamOf(b.v("m@1"))).toContain(a.r("make"));
    expect(await verdictOf(a.s("d@1"))).toBe("BLOCKED");
    expect(await verdictOf(b.s("d@1"))).toBe("BLOCKED");
    expect([await candidatesOf(a.namespace), await candidatesOf(b.namespace)]).toEqual([[], []]);
    await retract(nameOf(a), nameOf(b));
    expect(await impactOf(a.s("d@1"))).toEqual([a.r("use")]);
    expect(await impactOf(a.r("make"))).toEqual([a.r("use"), a.s("d@1")].sort());
    expect(await verdictOf(a.s("d@1"))).toBe("ALLOWED");
    await declare(nameOf(b), nameOf(a));
    expect(await verdictOf(a.s("d@1"))).toBe("BLOCKED");
  });
});

test.each([
  ["folder, inner folder, declaration", [0, 1, 2]],
  ["inner folder, declaration, folder", [1, 2, 0]],
  ["declaration, folder, inner folder", [2, 0, 1]],
])("a folder contains the folders inside its other name that have its files: %s", async (_, order) => {
  const [a, b] = [caseFacts(), caseFacts()];
  const membersOf = (...paths: string[]) => paths.map((path) => ({ path, digest: digestOf(a, path.slice(-1)) }));
  const steps = [
    () => client.record(a.snapshot("d@1", { members: membersOf("s/x", "s/y", "z") }), a.run("use", ["d@1"])),
    () =>
      client.record(
        b.snapshot("d/s@1", { members: membersOf("x", "y") }),
        b.snapshot("d/s@2", { members: membersOf("x", "w") }),
        b.run("other", ["d/s@2"]),
        ...production(b, "d/s@1"),
      ),
    () => declare(nameOf(a), nameOf(b)),
  ];
  await recordAll(order.flatMap((index) => steps[index] ?? []));
  expect(await verdictOf(a.s("d@1"))).toBe("BLOCKED");
  expect(await impactOf(a.s("d@1"))).not.toContain(b.r("other"));
  expect(await impactOf(b.s("d/s@1"))).toEqual(expect.arrayContaining([a.s("d@1"), a.r("use")]));
  await retract(nameOf(b), nameOf(a));
  expect(await verdictOf(a.s("d@1"))).toBe("ALLOWED");
  expect(await impactOf(b.s("d/s@1"))).not.toContain(a.r("use"));
});

describe("a folder whose files are recorded for another name of it", () => {
  test.each([
    ["before", [0, 1, 2]],
    ["after", [2, 1, 0]],
  ])("contains them, if they are recorded %s the declaration", async (_, order) => {
    const [a, b, c] = [caseFacts(), caseFacts(), caseFacts()];
    const steps = [
      () => client.record(a.snapshot("d@1"), a.run("use", ["d@1"]), folder(b, "1", a)),
      () => client.record(b.snapshot("d/a@1", { digest: digestOf(a, "a") }), ...production(b, "d/a@1")),
      async () => {
        await declare(nameOf(a), nameOf(c));
        await declare(nameOf(c), nameOf(b));
      },
    ];
    await recordAll(order.flatMap((index) => steps[index] ?? []));
    expect(await verdictOf(a.s("d@1"))).toBe("BLOCKED");
    expect(await verdictOf(c.s("d@1"))).toBe("BLOCKED");
    expect(await candidatesOf(a.namespace)).toEqual([]);
    await client.record(a.snapshot("b@1", { digest: digestOf(a, "b") }), a.run("late", ["b@1"]));
    expect(await impactOf(b.s("d@1"))).toContain(a.r("late"));
    expect(await impactOf(a.s("d@1"))).toContain(a.r("late"));
    await retract(nameOf(a), nameOf(c));
    expect(await verdictOf(a.s("d@1"))).toBe("ALLOWED");
    expect(await verdictOf(b.s("d@1"))).toBe("BLOCKED");
    expect(await impactOf(a.s("d@1"))).toEqual([a.r("use")]);
    expect(await impactOf(b.s("d@1"))).not.toContain(a.r("late"));
  });

  test("keeps its own files when the declaration is retracted", async () => {
    const [a, b] = [caseFacts(), caseFacts()];
    await client.record(a.snapshot("d/a@1", { digest: digestOf(a, "a") }), folder(b, "1", a), a.snapshot("d@1"));
    await declare(nameOf(a), nameOf(b));
    await client.record(folder(a), ...production(a, "d/a@1"));
    await retract(nameOf(a), nameOf(b));
    expect(await verdictOf(a.s("d@1"))).toBe("BLOCKED");
    expect(await verdictOf(b.s("d@1"))).toBe("ALLOWED");
  });
});

test("a folder without recorded files may contain those under its other names", async () => {
  const [a, b] = [caseFacts(), caseFacts()];
  await client.record(
    a.snapshot("d@1", { isFolder: true }),
    b.snapshot("d/x/f@1"),
    b.snapshot("d@1"),
    b.snapshot("e@1"),
  );
  expect(await verdictOf(b.s("d/x/f@1"))).toBe("ALLOWED");
  await declare(nameOf(a), nameOf(b));
  expect(await verdictOf(b.s("d/x/f@1"))).toBe("UNKNOWN");
  expect(await verdictOf(b.s("d@1"))).toBe("UNKNOWN");
  expect(await candidatesOf(b.namespace)).not.toContain(b.s("d/x/f@1"));
  expect(await candidatesOf(b.namespace)).toContain(b.s("e@1"));
  await retract(nameOf(a), nameOf(b));
  expect(await verdictOf(b.s("d/x/f@1"))).toBe("ALLOWED");
  expect(await candidatesOf(b.namespace)).toContain(b.s("d/x/f@1"));
});
