import {
  commitKey,
  datasetKey,
  deploymentKey,
  endpointKey,
  environmentKey,
  modelKey,
  modelVersionKey,
  runKey,
  snapshotKey,
} from "../../src/core/shared/key.js";

/** Labels and types of the generated graph. */
export type NodeLabel = "DatasetSnapshot" | "CodeCommit" | "Environment" | "Run" | "ModelVersion" | "Deployment";
export type FlowType = "USED_BY" | "PRODUCED" | "DERIVED_INTO" | "DEPLOYED_AS" | "EMITTED";

/** A node or relationship to write, after those that it refers to. */
export type GraphRow =
  | {
      readonly is: "node";
      readonly label: NodeLabel;
      readonly key: string;
      readonly properties: Readonly<Record<string, string | number>>;
    }
  | { readonly is: "flow"; readonly type: FlowType; readonly up: string; readonly down: string; readonly role: string }
  | {
      readonly is: "endpoint";
      readonly key: string;
      readonly name: string;
      readonly stage: string;
      readonly deployments: readonly string[];
    };

/** The nodes to query, the same in graphs of all sizes except `projects`. */
export interface GraphSubjects {
  /** Raw snapshots of various projects. */
  readonly projects: readonly string[];
  /** Raw snapshots of the first projects, which are the same in every graph. */
  readonly firstProjects: readonly string[];
  /** A snapshot that the feature runs of three projects in five used: 100,000 runs of a million nodes, of which 450,000 are downstream. */
  readonly hub: string;
  /** First nodes of chains of diamonds, by their number: 2^number paths. */
  readonly diamonds: Readonly<Record<20 | 40, string>>;
  /** First of a chain of 5,000 snapshots, each derived into the next. */
  readonly chain: string;
  /** A snapshot that 300 runs used, each of which produced a version. */
  readonly fan: string;
  /** A snapshot with exactly 1,000 nodes downstream, at most four hops away. */
  readonly bush: string;
}

const namespace = "bench";
const nodesOfProject = 23;
const nodesOfShapes = 7_000;
/** Projects build on each other within a block only, so that what is downstream of a project is bounded. */
const projectsOfBlock = 50;
/** The distance in its block from which a project's features come. */
const reach = 12;
const firstProjects = 100;
const [began, replaced] = [Date.UTC(2026, 0, 1), Date.UTC(2026, 1, 1)];

const snapshot = (dataset: string): string => snapshotKey(namespace, dataset, "1");
const run = (name: string): string => runKey(namespace, name);
/** The properties of every node of a kind. */
const ofKind: { readonly [Label in NodeLabel]?: (name: string) => Readonly<Record<string, string>> } = {
  DatasetSnapshot: (name) => ({ version: "1", datasetKey: datasetKey(namespace, name) }),
  ModelVersion: (name) => ({ modelKey: modelKey(namespace, name) }),
};
const four = [0, 1, 2, 3];

function projectsOf(nodeCount: number): number {
  return Math.max(projectsOfBlock, Math.round((nodeCount - nodesOfShapes) / nodesOfProject));
}

/** The nodes to query in a graph of this size. */
export function subjectsOf(nodeCount: number): GraphSubjects {
  const projects = projectsOf(nodeCount);
  const rawOf = (project: number): string => snapshot(`raw-${project}-${project % 4}`);
  return {
    projects: Array.from({ length: 400 }, (_, index) => rawOf((index * 7_919) % projects)),
    firstProjects: Array.from({ length: firstProjects }, (_, project) => rawOf(project)),
    hub: snapshot("hub"),
    diamonds: { 20: snapshot("diamond-20-0"), 40: snapshot("diamond-40-0") },
    chain: snapshot("chain-0"),
    fan: snapshot("fan"),
    bush: snapshot("bush"),
  };
}

/** A graph of about this many nodes, the same each time: projects that build on each other, and shapes that go wrong elsewhere. */
export function* generateGraph(nodeCount: number): Generator<GraphRow> {
  yield node("DatasetSnapshot", snapshot("hub"), "hub");
  yield* diamonds(20);
  yield* diamonds(40);
  yield* chain(5_000);
  yield* bush("fan", 300, ["Run", "ModelVersion"]);
  yield* bush("bush", 250, ["Run", "DatasetSnapshot", "Run", "ModelVersion"]);
  for (let project = 0; project < projectsOf(nodeCount); project += 1) yield* oneProject(project);
}

function node(
  label: NodeLabel,
  key: string,
  name: string,
  properties: Readonly<Record<string, string | number>> = {},
): GraphRow {
  return { is: "node", label, key, properties: { name, namespace, ...ofKind[label]?.(name), ...properties } };
}

function flow(type: FlowType, up: string, down: string, role = ""): GraphRow {
  return { is: "flow", type, up, down, role };
}

/** The same numbers at each run, and for a project regardless of the size of the graph. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Raw data, features derived from it, trainings on features and versions of a model, of which one serves. */
function* oneProject(project: number): Generator<GraphRow> {
  const random = randomNumbers(project);
  const below = (count: number): number => Math.floor(random() * count);
  for (const i of four)
    yield node("DatasetSnapshot", snapshot(`raw-${project}-${i}`), `raw-${project}-${i}`, {
      digest: `sha256:${project}${i}`,
      sizeBytes: 1_000_000 + i,
    });
  yield* features(project, below);
  yield* trainings(project, below);
  yield* deployments(project);
  const inBlock = project % projectsOfBlock;
  for (const i of four) {
    if (inBlock === 0 || below(10) === 0) continue;
    yield flow(
      "USED_BY",
      snapshot(`features-${project - 1 - below(Math.min(inBlock, reach))}-${below(4)}`),
      run(`features-${project}-${i}`),
      "reference",
    );
  }
  // Every twentieth deployment's logged predictions are used as data: a cycle.
  if (project % 20 === 0) yield* feedback(project);
}

function* features(project: number, below: (count: number) => number): Generator<GraphRow> {
  for (const i of four) {
    const name = `features-${project}-${i}`;
    yield node("Run", run(name), name, { title: name, status: "COMPLETED", startedAt: began, endedAt: began + 60_000 });
    for (const input of new Set([i, below(4)]))
      yield flow("USED_BY", snapshot(`raw-${project}-${input}`), run(name), "input");
    yield node("DatasetSnapshot", snapshot(name), name, { digest: `sha256:f${project}${i}` });
    yield flow("PRODUCED", run(name), snapshot(name), "output");
    if (Math.floor(project / projectsOfBlock) % 5 < 3) yield flow("USED_BY", snapshot("hub"), run(name), "reference");
  }
}

function* trainings(project: number, below: (count: number) => number): Generator<GraphRow> {
  const [commit, environment] = [
    commitKey("https://git.example/bench", `${project}`),
    environmentKey(`sha256:${Math.floor(project / projectsOfBlock)}`),
  ];
  yield node("CodeCommit", commit, `commit-${project}`, { version: `${project}` });
  if (project % projectsOfBlock === 0)
    yield node("Environment", environment, `environment-${project}`, { version: `sha256:${project}` });
  for (const i of four) {
    const name = `train-${project}-${i}`;
    yield node("Run", run(name), name, {
      title: name,
      status: "COMPLETED",
      startedAt: began,
      endedAt: began + 60_000,
      experiment: `project-${project}`,
    });
    for (const input of new Set([below(4), below(4)]))
      yield flow("USED_BY", snapshot(`features-${project}-${input}`), run(name), "training");
    yield flow("USED_BY", commit, run(name), "code");
    yield flow("USED_BY", environment, run(name), "environment");
    if (i === 3) continue;
    yield node("ModelVersion", versionOf(project, i), `model-${project}`, {
      version: String(i),
      artifactDigest: `sha256:m${project}${i}`,
    });
    yield flow("PRODUCED", run(name), versionOf(project, i), "model");
  }
}

function versionOf(project: number, version: number): string {
  return modelVersionKey(namespace, `model-${project}`, String(version));
}

/** A version served until another replaced it: a rollback would restore it. */
function* deployments(project: number): Generator<GraphRow> {
  const [endpoint, name] = [endpointKey(namespace, `api-${project}`), `api-${project}`];
  const stage = project % 3 === 0 ? "STAGING" : "PRODUCTION";
  const [first, second] = [
    deploymentKey(namespace, name, versionOf(project, 0), began),
    deploymentKey(namespace, name, versionOf(project, 1), replaced),
  ];
  const shared = { endpointKey: endpoint, trafficPercent: 100 };
  yield node("Deployment", first, name, {
    ...shared,
    title: `model-${project}@0`,
    modelVersionKey: versionOf(project, 0),
    validFrom: began,
    validTo: replaced,
    endReason: "SUPERSEDED",
  });
  yield node("Deployment", second, name, {
    ...shared,
    title: `model-${project}@1`,
    modelVersionKey: versionOf(project, 1),
    validFrom: replaced,
  });
  yield flow("DEPLOYED_AS", versionOf(project, 0), first);
  yield flow("DEPLOYED_AS", versionOf(project, 1), second);
  yield { is: "endpoint", key: endpoint, name, stage, deployments: [first, second] };
}

function* feedback(project: number): Generator<GraphRow> {
  const predictions = snapshot(`predictions-${project}`);
  yield node("DatasetSnapshot", predictions, `predictions-${project}`);
  yield flow("EMITTED", deploymentKey(namespace, `api-${project}`, versionOf(project, 1), replaced), predictions);
  yield flow("USED_BY", predictions, run(`features-${project}-0`), "feedback");
}

/** A chain in which each link has two paths. */
function* diamonds(count: number): Generator<GraphRow> {
  const link = (i: number): string => `diamond-${count}-${i}`;
  yield node("DatasetSnapshot", snapshot(link(0)), link(0));
  for (let i = 0; i < count; i += 1) {
    yield node("DatasetSnapshot", snapshot(link(i + 1)), link(i + 1));
    for (const side of [`${link(i)}-left`, `${link(i)}-right`]) {
      yield node("Run", run(side), side, { title: side });
      yield flow("USED_BY", snapshot(link(i)), run(side), "input");
      yield flow("PRODUCED", run(side), snapshot(link(i + 1)), "output");
    }
  }
}

function* chain(length: number): Generator<GraphRow> {
  for (let i = 0; i < length; i += 1) {
    yield node("DatasetSnapshot", snapshot(`chain-${i}`), `chain-${i}`);
    if (i > 0) yield flow("DERIVED_INTO", snapshot(`chain-${i - 1}`), snapshot(`chain-${i}`));
  }
}

/** A snapshot with many direct dependants, each with a chain of some hops. */
function* bush(
  name: string,
  width: number,
  hops: readonly ("Run" | "DatasetSnapshot" | "ModelVersion")[],
): Generator<GraphRow> {
  const keyOf = {
    Run: run,
    DatasetSnapshot: snapshot,
    ModelVersion: (at: string) => modelVersionKey(namespace, at, "1"),
  };
  yield node("DatasetSnapshot", snapshot(name), name);
  for (let i = 0; i < width; i += 1) {
    let up = snapshot(name);
    for (const [hop, label] of hops.entries()) {
      const at = `${name}-${i}-${hop}`;
      yield node(
        label,
        keyOf[label](at),
        at,
        label === "Run" ? { title: at, status: "COMPLETED", startedAt: began } : { version: "1" },
      );
      yield flow(
        label === "Run" ? "USED_BY" : "PRODUCED",
        up,
        keyOf[label](at),
        label === "Run" ? "training" : "output",
      );
      up = keyOf[label](at);
    }
  }
}
