import fc from "fast-check";
import { draftFact } from "../../../src/adapters/ingest/fact-drafts.js";
import { fact, type FactInput } from "../../../src/adapters/ingest/fact.js";
import { toDraftedFact } from "../../../src/core/facts/drafted-fact.js";
import { type FactOutcome, type KnownState, planFacts } from "../../../src/core/facts/fact-plan.js";

/* Nothing is concluded from a refused registration, in whatever order the facts of a request are. */

const namespace = "n";
const at = "2026-01-01T00:00:00Z";
const digest = (name: string): string => `sha256:${name}`;
const data = (version: string) => ({ namespace, dataset: "d", version });
const version = (name: string) => ({ namespace, model: "m", version: name });
const deploymentOf = (name: string) => ({ namespace, endpoint: "e", modelVersion: version(name), validFrom: at });
const commit = { repository: "r", sha: "a" };

const recorded: FactInput[] = [
  { operation: "registerModelVersion", input: { ...version("3"), artifactDigest: digest("old") } },
  { operation: "registerDatasetSnapshot", input: { ...data("s"), digest: digest("old") } },
  { operation: "registerCodeCommit", input: { ...commit, patchDigest: digest("old") } },
];

/** [fact, its outcome, whatever the order]. The first four contradict what is recorded. */
const facts: [FactInput, string][] = [
  [{ operation: "registerModelVersion", input: { ...version("3"), artifactDigest: digest("new") } }, "REJECTED"],
  [{ operation: "registerDatasetSnapshot", input: { ...data("s"), digest: digest("new") } }, "REJECTED"],
  [{ operation: "registerCodeCommit", input: { ...commit, patchDigest: digest("new") } }, "REJECTED"],
  [{ operation: "recordDeployment", input: { ...deploymentOf("3"), stage: "PRODUCTION" } }, "REJECTED"],
  [{ operation: "setModelAlias", input: { ...version("3"), alias: "champion" } }, "REJECTED"],
  [
    {
      operation: "registerModelVersion",
      input: { ...version("5"), derivedFrom: [{ namespace, model: "m", alias: "champion" }] },
    },
    "REJECTED",
  ],
  [{ operation: "recordDeployment", input: { ...deploymentOf("5"), stage: "PRODUCTION" } }, "REJECTED"],
  [{ operation: "registerModelVersion", input: { ...version("4"), derivedFrom: [version("3")] } }, "warned"],
  [{ operation: "recordDeployment", input: { ...deploymentOf("4"), stage: "PRODUCTION" } }, "accepted"],
  [{ operation: "registerDatasetSnapshot", input: { ...data("logged"), emittedBy: deploymentOf("3") } }, "warned"],
  [
    {
      operation: "registerDatasetSnapshot",
      input: { ...data("logged elsewhere"), emittedBy: { ...deploymentOf("3"), endpoint: "other" } },
    },
    "warned",
  ],
  [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: "r",
        status: "COMPLETED",
        codeCommit: commit,
        inputs: [
          { role: "training", datasetSnapshot: data("raw") },
          { role: "base", modelVersion: version("3") },
        ],
        outputSnapshots: [data("s"), data("t")],
      },
    },
    "warned",
  ],
  [
    { operation: "registerModelVersion", input: { ...version("6"), producedBy: { namespace, externalId: "r" } } },
    "accepted",
  ],
];

const plan = (state: KnownState, inputs: readonly FactInput[], refused: readonly string[] = []): FactOutcome[] => {
  const drafts = inputs.map((input) => fact.parse(input)).map((one) => toDraftedFact((to) => draftFact(one, to)));
  return planFacts(state, drafts, 0, refused).outcomes;
};
const recordedState = (): KnownState => {
  const state: KnownState = { nodes: new Map(), edges: new Set(), pointers: new Map() };
  plan(state, recorded);
  return state;
};
const shown = (outcome: FactOutcome | undefined): string =>
  outcome === undefined || outcome.status === "REJECTED" ? "REJECTED" : outcome.warnings ? "warned" : "accepted";
const sorted = ({ nodes, edges, pointers }: KnownState) => ({
  nodes: [...nodes].sort(([left], [right]) => (left < right ? -1 : 1)),
  edges: [...edges].sort(),
  pointers: [...pointers].sort(),
});

const inOrder = recordedState();
plan(
  inOrder,
  facts.map(([one]) => one),
);

test("any order of the facts has the same outcomes and the same graph", () => {
  const order = fc.shuffledSubarray([...facts.keys()], { minLength: facts.length });
  fc.assert(
    fc.property(order, (places) => {
      const state = recordedState();
      const outcomes = plan(
        state,
        places.flatMap((place) => facts[place]?.[0] ?? []),
      );
      expect(outcomes.map(shown)).toEqual(places.map((place) => facts[place]?.[1]));
      expect(sorted(state)).toEqual(sorted(inOrder));
    }),
    { numRuns: 150 },
  );
});

test("nothing refers to what was refused", () => {
  const before = recordedState();
  const refused = [
    "model-version:n/m@3",
    "snapshot:n/d@s",
    "commit:r@a",
    "model-version:n/m@5",
    "deployment:n/e@",
    "deployment:n/other@",
  ];
  const { nodes, edges, pointers } = inOrder;
  const isNew = ([key]: [string, unknown]): boolean => !before.nodes.has(key);
  const written = JSON.stringify([[...nodes].filter(isNew), [...edges], [...pointers]]);
  const named = refused.filter((key) => written.includes(key));
  // Version 4 is deployed at the endpoint of the refused deployments.
  expect(named).toEqual(["deployment:n/e@"]);
  expect([...nodes.keys()].filter((key) => key.startsWith("deployment:"))).toHaveLength(1);
  expect([...pointers]).toEqual([]);
  for (const [key, fields] of before.nodes) expect(nodes.get(key)).toEqual(fields);
});

test("a warning names the fact, the node that it was recorded without, and why", () => {
  const outcomes = plan(
    recordedState(),
    facts.map(([one]) => one),
  );
  const warnings = outcomes.flatMap((outcome) => (outcome.status === "REJECTED" ? [] : (outcome.warnings ?? [])));
  expect(warnings.map(({ key, given }) => [key, given])).toEqual([
    ["model-version:n/m@4", "model-version:n/m@3"],
    ["snapshot:n/d@logged", "model-version:n/m@3"],
    ["snapshot:n/d@logged", expect.stringMatching(/^deployment:n\/e@/)],
    ["snapshot:n/d@logged%20elsewhere", "model-version:n/m@3"],
    ["snapshot:n/d@logged%20elsewhere", expect.stringMatching(/^deployment:n\/other@/)],
    ["run:n/r", expect.stringMatching(/^commit:/)],
    ["run:n/r", "model-version:n/m@3"],
    ["run:n/r", "snapshot:n/d@s"],
  ]);
  for (const { message } of warnings) expect(message).toMatch(/without its connection to .* was rejected$/);
});

test("nodes that were refused before they could be drafted count too", () => {
  const state = recordedState();
  const alias: FactInput = { operation: "setModelAlias", input: { ...version("3"), alias: "champion" } };
  expect(plan(state, [alias], ["model-version:n/m@3"]).map(shown)).toEqual(["REJECTED"]);
  expect(state.pointers.size).toBe(0);
});

test("a registration that repeats the recorded content is accepted beside one that contradicts it", () => {
  const state = recordedState();
  const repeated = recorded.map(({ operation, input }) => ({ operation, input }) as FactInput);
  const [contradicting] = facts.map(([one]) => one);
  const outcomes = plan(state, [...repeated, ...(contradicting ? [contradicting] : []), ...repeated]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    ...repeated.map(() => "UNCHANGED"),
    "REJECTED",
    ...repeated.map(() => "UNCHANGED"),
  ]);
});
