import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type {
  DeploymentState,
  Edge,
  EndReason,
  Endpoint,
  Kind,
  Node,
  Recall,
  Release,
  Stage,
  World,
} from "./oracle/world.js";

/*
 * Arbitrary worlds: every kind and flow relationship that a source can report, also in shapes that no real source has.
 * There are few moments, so many events share one, and queries hit the boundaries exactly.
 */

const begin = Date.UTC(2026, 0, 1);
export const moment = (number: number): number => begin + number * 60_000;
/** Later than any run of the tests. */
const farFuture = Date.UTC(2100, 0, 1);
export const lastMoment = 12;
const anyMoment = fc.integer({ min: 0, max: lastMoment });

/** One value in this many is null. */
const unlessOneIn = <T>(freq: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { freq });
const mostly = fc.noBias(fc.integer({ min: 0, max: 9 })).map((number) => number < 9);
/** Tombstoned if the fate is less than the world's share of tombstones. */
const common = {
  recorded: fc.integer({ min: 0, max: 8 }),
  isStub: mostly.map((is) => !is),
  fate: fc.noBias(fc.integer({ min: 0, max: 99 })),
  tombstoned: anyMoment,
};

const state = fc.record({
  lag: fc.integer({ min: 0, max: 3 }),
  end: unlessOneIn(3, fc.oneof({ weight: 4, arbitrary: anyMoment }, { weight: 1, arbitrary: fc.constant(farFuture) })),
  endReason: fc.constantFrom<EndReason>("SUPERSEDED", "RETIRED", "ROLLED_BACK"),
  traffic: fc.constantFrom(100, 40, 0),
});
const sketches = {
  DatasetSnapshot: fc.record({
    kind: fc.constant("DatasetSnapshot" as const),
    ...common,
    hasDigest: mostly,
    size: unlessOneIn(4, fc.nat(5)),
  }),
  CodeCommit: fc.record({
    kind: fc.constant("CodeCommit" as const),
    ...common,
    isDirty: mostly.map((is) => !is),
    hasPatch: fc.boolean(),
  }),
  Environment: fc.record({ kind: fc.constant("Environment" as const), ...common, isPinned: mostly }),
  Run: fc.record({
    kind: fc.constant("Run" as const),
    ...common,
    hasCommand: mostly,
    commit: unlessOneIn(8, fc.nat()),
    environment: unlessOneIn(8, fc.nat()),
  }),
  ModelVersion: fc.record({ kind: fc.constant("ModelVersion" as const), ...common, run: unlessOneIn(5, fc.nat()) }),
  Deployment: fc.record({
    kind: fc.constant("Deployment" as const),
    ...common,
    endpoint: fc.nat(),
    version: fc.nat(),
    began: fc.oneof({ weight: 9, arbitrary: anyMoment }, { weight: 1, arbitrary: fc.constant(farFuture) }),
    states: fc.array(state, { minLength: 1, maxLength: 3 }),
  }),
};
const sketchedNode = fc.oneof(
  { weight: 6, arbitrary: sketches.DatasetSnapshot },
  { weight: 2, arbitrary: sketches.CodeCommit },
  { weight: 2, arbitrary: sketches.Environment },
  { weight: 5, arbitrary: sketches.Run },
  { weight: 4, arbitrary: sketches.ModelVersion },
  { weight: 6, arbitrary: sketches.Deployment },
);
type SketchedNode = typeof sketchedNode extends fc.Arbitrary<infer T> ? T : never;

/** How far an edge leads: to a neighbour in the order of nodes, which makes chains, diamonds and great circles; to or from the first node, which makes hubs; anywhere. */
const reaches = { chains: [0.95, 0], tangle: [0, 0], hub: [0.3, 0.6], mixed: [0.5, 0.1] } as const;
const sketchedEdge = fc.record({
  from: fc.nat(),
  to: fc.nat(),
  way: fc.nat(2),
  reach: fc.double({ min: 0, max: 1, noNaN: true }),
  offset: fc.nat(2),
  role: fc.constantFrom("training", "validation"),
  lag: fc.nat(2),
  retraction: fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(2) }),
});
type SketchedEdge = typeof sketchedEdge extends fc.Arbitrary<infer T> ? T : never;

export interface WorldSize {
  readonly minNodes: number;
  readonly maxNodes: number;
}

export interface NamedWorld {
  readonly namespace: string;
  readonly world: World;
}

/** Worlds of some size, each in its own namespace. */
export function worlds({ minNodes, maxNodes }: WorldSize): fc.Arbitrary<NamedWorld> {
  return fc
    .record({
      nodes: fc.array(sketchedNode, { minLength: minNodes, maxLength: maxNodes, size: "max" }),
      edges: fc.array(sketchedEdge, { minLength: minNodes, maxLength: 3 * maxNodes, size: "max" }),
      tombstonePercent: fc.constantFrom(0, 2, 10, 30),
      shape: fc.constantFrom<keyof typeof reaches>("chains", "tangle", "hub", "mixed"),
      stages: fc.array(fc.constantFrom<Stage>("PRODUCTION", "PRODUCTION", "STAGING", "SHADOW", "DEVELOPMENT"), {
        minLength: 1,
        maxLength: Math.ceil(Math.sqrt(maxNodes) / 4),
      }),
      // Half of the worlds have none, so that a deletion is not blocked by releases alone.
      releases: fc.oneof(
        fc.constant([]),
        fc.array(fc.record({ version: fc.nat(), endpoint: fc.nat(), from: anyMoment, to: unlessOneIn(2, anyMoment) }), {
          maxLength: Math.ceil(maxNodes / 8),
        }),
      ),
      recalls: fc.array(
        fc.record({
          targets: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
          from: anyMoment,
          to: unlessOneIn(2, anyMoment),
        }),
        { maxLength: 2 },
      ),
    })
    .map(({ nodes: sketched, edges, tombstonePercent, shape, stages, releases, recalls }) => {
      const namespace = `world-${randomUUID()}`;
      const endpoints = stages.map((stage, index): Endpoint => ({ key: `endpoint:${namespace}/e${index}`, stage }));
      const drawn = drawNodes(sketched, endpoints, namespace, tombstonePercent);
      const nodes = drawn.map(({ node }) => node);
      const world = {
        nodes,
        endpoints,
        edges: distinct([...reportedEdges(drawn), ...drawEdges(nodes, edges, shape)]),
        releases: drawReleases(nodes, endpoints, releases),
        recalls: drawRecalls(nodes, recalls),
      };
      return { namespace, world, [fc.toStringMethod]: () => print(world).replaceAll(namespace, "…") };
    });
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const later = (...moments: number[]): number => Math.max(...moments);

interface DrawnNode {
  readonly sketch: SketchedNode;
  readonly node: Node;
}

function drawNodes(
  sketched: readonly SketchedNode[],
  endpoints: readonly Endpoint[],
  namespace: string,
  tombstonePercent: number,
): DrawnNode[] {
  const named = sketched.map((sketch, index) => ({ sketch, ...nameOf(sketch, index, namespace, tombstonePercent) }));
  const versions = named.filter(({ sketch }) => sketch.kind === "ModelVersion");
  return named.flatMap(({ sketch, ...given }): DrawnNode[] => {
    switch (sketch.kind) {
      case "DatasetSnapshot":
        return [{ sketch, node: { ...given, kind: sketch.kind, hasDigest: sketch.hasDigest, sizeBytes: sketch.size } }];
      case "CodeCommit":
        return [{ sketch, node: { ...given, kind: sketch.kind, isDirty: sketch.isDirty, hasPatch: sketch.hasPatch } }];
      case "Environment":
        return [{ sketch, node: { ...given, kind: sketch.kind, isPinned: sketch.isPinned } }];
      case "Run":
        return [{ sketch, node: { ...given, kind: sketch.kind, hasCommand: sketch.hasCommand } }];
      case "ModelVersion":
        return [{ sketch, node: { ...given, kind: sketch.kind } }];
      case "Deployment": {
        // A deployment is recorded together with the version that it serves.
        if (versions.length === 0) return [];
        const version = pick(versions, sketch.version);
        const recordedAt = later(given.recordedAt, version.recordedAt);
        const validFrom = sketch.began === farFuture ? farFuture : moment(sketch.began);
        const node = {
          ...given,
          kind: sketch.kind,
          recordedAt,
          endpoint: pick(endpoints, sketch.endpoint).key,
          modelVersion: version.key,
          validFrom,
          states: statesOf(sketch.states, recordedAt, validFrom),
        };
        return [{ sketch, node: { ...node, tombstonedAt: node.tombstonedAt && later(node.tombstonedAt, recordedAt) } }];
      }
    }
  });
}

const keyParts: Readonly<Record<Kind, (namespace: string, number: string) => string>> = {
  DatasetSnapshot: (namespace, number) => `snapshot:${namespace}/d${number}@1`,
  CodeCommit: (namespace, number) => `commit:${namespace}@${number}`,
  Environment: (namespace, number) => `environment:@${number}${namespace}`,
  Run: (namespace, number) => `run:${namespace}/${number}`,
  ModelVersion: (namespace, number) => `model-version:${namespace}/m@${number}`,
  Deployment: (namespace, number) => `deployment:${namespace}/e@${number}`,
};

function nameOf(
  { kind, recorded, isStub, fate, tombstoned }: SketchedNode,
  index: number,
  namespace: string,
  tombstonePercent: number,
) {
  const recordedAt = moment(recorded);
  return {
    key: keyParts[kind](namespace, String(index).padStart(4, "0")),
    recordedAt,
    isStub,
    tombstonedAt: fate < tombstonePercent ? later(moment(tombstoned), recordedAt) : null,
  };
}

function statesOf(
  sketched: readonly { lag: number; end: number | null; endReason: EndReason; traffic: number }[],
  recordedAt: number,
  validFrom: number,
): DeploymentState[] {
  let since = recordedAt;
  return sketched.map(({ lag, end, endReason, traffic }, index) => {
    since = index === 0 ? recordedAt : since + (lag + 1) * (moment(1) - moment(0));
    const validTo = end === null ? null : later(end === farFuture ? farFuture : moment(end), validFrom);
    return { since, validTo, endReason: validTo === null ? null : endReason, traffic };
  });
}

/** The kinds that each kind may flow into, with the relationship. */
const ways: Readonly<Record<Kind, readonly (readonly [Edge["type"], Kind])[]>> = {
  DatasetSnapshot: [
    ["USED_BY", "Run"],
    ["USED_BY", "Run"],
    ["DERIVED_INTO", "DatasetSnapshot"],
    ["PART_OF", "DatasetSnapshot"],
    ["SAME_CONTENT", "DatasetSnapshot"],
    ["SAME_CONTENT", "ModelVersion"],
  ],
  CodeCommit: [
    ["USED_BY", "Run"],
    ["USED_BY", "Run"],
    ["USED_BY", "Deployment"],
  ],
  Environment: [
    ["USED_BY", "Run"],
    ["USED_BY", "Run"],
    ["USED_BY", "Deployment"],
  ],
  Run: [
    ["PRODUCED", "DatasetSnapshot"],
    ["PRODUCED", "ModelVersion"],
  ],
  ModelVersion: [
    ["USED_BY", "Run"],
    ["DERIVED_INTO", "ModelVersion"],
    ["SAME_CONTENT", "DatasetSnapshot"],
  ],
  Deployment: [["EMITTED", "DatasetSnapshot"]],
};

/** Relationships that sources report together with a node: the deployed version, the producing run, the run's code. */
function reportedEdges(drawn: readonly DrawnNode[]): Edge[] {
  const ofKind = (kind: Kind): Node[] => drawn.map(({ node }) => node).filter((node) => node.kind === kind);
  const [commits, environments, runs] = [ofKind("CodeCommit"), ofKind("Environment"), ofKind("Run")];
  const edge = (
    type: Edge["type"],
    role: string,
    candidates: readonly Node[],
    index: number | null,
    to: Node,
  ): Edge[] => {
    if (index === null || candidates.length === 0 || (to.kind === "Run" && to.isStub)) return [];
    const from = pick(candidates, index);
    const recordedAt = later(from.recordedAt, to.recordedAt);
    return [{ type, from: from.key, to: to.key, role, recordedAt, retractedAt: null }];
  };
  return drawn.flatMap(({ sketch, node }) => {
    if (sketch.kind === "Run")
      return [
        ...edge("USED_BY", "code", commits, sketch.commit, node),
        ...edge("USED_BY", "environment", environments, sketch.environment, node),
      ];
    if (sketch.kind === "ModelVersion") return edge("PRODUCED", "", runs, sketch.run, node);
    return node.kind === "Deployment"
      ? [
          {
            type: "DEPLOYED_AS",
            from: node.modelVersion,
            to: node.key,
            role: "",
            recordedAt: node.recordedAt,
            retractedAt: null,
          },
        ]
      : [];
  });
}

/** Two nodes have at most one relationship of a type and role. */
function distinct(edges: readonly Edge[]): Edge[] {
  return [...new Map(edges.map((edge) => [`${edge.type} ${edge.from} ${edge.to} ${edge.role}`, edge])).values()];
}

function drawEdges(nodes: readonly Node[], sketched: readonly SketchedEdge[], shape: keyof typeof reaches): Edge[] {
  if (nodes.length === 0) return [];
  const ofKind = (kind: Kind): Node[] => nodes.filter((node) => node.kind === kind);
  const byKind = {
    DatasetSnapshot: ofKind("DatasetSnapshot"),
    CodeCommit: ofKind("CodeCommit"),
    Environment: ofKind("Environment"),
    Run: ofKind("Run"),
    ModelVersion: ofKind("ModelVersion"),
    Deployment: ofKind("Deployment"),
  };
  return sketched.flatMap(({ from: fromIndex, to: toIndex, way, reach, offset, role, lag, retraction }): Edge[] => {
    const [near, hub] = reaches[shape];
    const from = pick(nodes, reach >= near && reach < near + hub && offset === 0 ? 0 : fromIndex);
    const [type, kind] = pick(ways[from.kind], way);
    const candidates = byKind[kind];
    if (candidates.length === 0) return [];
    const neighbour =
      Math.floor((byKind[from.kind].indexOf(from) / byKind[from.kind].length) * candidates.length) + offset;
    const to = pick(candidates, reach < near ? neighbour : reach < near + hub ? 0 : toIndex);
    // A stub of a run has no recorded inputs.
    if (to.kind === "Run" && to.isStub) return [];
    const step = moment(1) - moment(0);
    const recordedAt = later(from.recordedAt, to.recordedAt) + lag * step;
    return [
      {
        type,
        from: from.key,
        to: to.key,
        role: type === "USED_BY" && to.kind === "Run" ? role : "",
        recordedAt,
        retractedAt: retraction === null ? null : recordedAt + (retraction + 1) * step,
      },
    ];
  });
}

function drawReleases(
  nodes: readonly Node[],
  endpoints: readonly Endpoint[],
  sketched: readonly { version: number; endpoint: number; from: number; to: number | null }[],
): Release[] {
  const versions = nodes.filter(({ kind }) => kind === "ModelVersion");
  if (versions.length === 0) return [];
  return sketched.map(({ version, endpoint, from, to }) => {
    const proposed = pick(versions, version);
    const recordedAt = later(moment(from), proposed.recordedAt);
    return {
      id: randomUUID(),
      modelVersion: proposed.key,
      endpoint: pick(endpoints, endpoint).key,
      recordedAt,
      closedAt: to === null ? null : later(moment(to), recordedAt),
    };
  });
}

function drawRecalls(
  nodes: readonly Node[],
  sketched: readonly { targets: number[]; from: number; to: number | null }[],
): Recall[] {
  if (nodes.length === 0) return [];
  return sketched.map(({ targets, from, to }) => {
    const recalled = [...new Set(targets.map((target) => pick(nodes, target)))];
    const openedAt = later(moment(from), ...recalled.map(({ recordedAt }) => recordedAt));
    return {
      id: randomUUID(),
      targets: recalled.map(({ key }) => key),
      openedAt,
      closedAt: to === null ? null : later(moment(to), openedAt),
    };
  });
}

/** A world in the message of a failure: whole if it is small enough to read. */
function print(world: World): string {
  return world.nodes.length > 60
    ? `a world of ${world.nodes.length} nodes and ${world.edges.length} edges`
    : Object.entries(world)
        .flatMap(([name, list]) => [name, ...list.map((item: unknown) => `  ${JSON.stringify(item)}`)])
        .join("\n");
}
