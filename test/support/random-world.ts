import { randomUUID } from "node:crypto";
import fc from "fast-check";
import type { Commit, Deployment, DeploymentState, Edge, EndReason, Endpoint, Environment, Kind, ModelVersion, Node, Recall, Release, Run, Snapshot, Stage, World } from "./oracle/world.js";

/*
 * Arbitrary worlds: every kind and flow relationship that a source can report, in shapes that no sane source would make.
 * Few moments, so that many things happen at the same one, and questions fall on the very boundaries.
 */

const begin = Date.UTC(2026, 0, 1);
export const moment = (number: number): number => begin + number * 60_000;
/** Later than any run of the tests. */
const farFuture = Date.UTC(2100, 0, 1);
export const lastMoment = 12;
const anyMoment = fc.integer({ min: 0, max: lastMoment });

const seldom = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 9 });
const mostly = fc.integer({ min: 0, max: 9 }).map((number) => number < 8);
const common = { recorded: fc.integer({ min: 0, max: 8 }), isStub: mostly.map((is) => !is), tombstoned: seldom(anyMoment) };

const state = fc.record({ lag: fc.integer({ min: 0, max: 3 }), end: fc.option(fc.oneof(anyMoment, fc.constant(farFuture)), { freq: 3 }), endReason: fc.constantFrom<EndReason>("SUPERSEDED", "RETIRED", "ROLLED_BACK"), traffic: fc.constantFrom(100, 40, 0) });
const sketches = {
  DatasetSnapshot: fc.record({ kind: fc.constant("DatasetSnapshot" as const), ...common, hasDigest: mostly, size: fc.option(fc.nat(5), { freq: 4 }) }),
  CodeCommit: fc.record({ kind: fc.constant("CodeCommit" as const), ...common, isDirty: mostly.map((is) => !is), hasPatch: fc.boolean() }),
  Environment: fc.record({ kind: fc.constant("Environment" as const), ...common, isPinned: mostly }),
  Run: fc.record({ kind: fc.constant("Run" as const), ...common, hasCommand: mostly }),
  ModelVersion: fc.record({ kind: fc.constant("ModelVersion" as const), ...common }),
  Deployment: fc.record({ kind: fc.constant("Deployment" as const), ...common, endpoint: fc.nat(), version: fc.nat(), began: fc.oneof({ weight: 9, arbitrary: anyMoment }, { weight: 1, arbitrary: fc.constant(farFuture) }), states: fc.array(state, { minLength: 1, maxLength: 3 }) }),
};
const sketchedNode = fc.oneof(
  { weight: 6, arbitrary: sketches.DatasetSnapshot }, { weight: 1, arbitrary: sketches.CodeCommit }, { weight: 1, arbitrary: sketches.Environment },
  { weight: 5, arbitrary: sketches.Run }, { weight: 4, arbitrary: sketches.ModelVersion }, { weight: 4, arbitrary: sketches.Deployment },
);
type SketchedNode = (typeof sketchedNode) extends fc.Arbitrary<infer T> ? T : never;

/** How far an edge leads: to a neighbour in the order of nodes, which makes chains, diamonds and great circles; to or from the first node, which makes hubs; anywhere. */
const reaches = { chains: [0.95, 0], tangle: [0, 0], hub: [0.3, 0.6], mixed: [0.5, 0.1] } as const;
const sketchedEdge = fc.record({ from: fc.nat(), to: fc.nat(), way: fc.nat(2), reach: fc.double({ min: 0, max: 1, noNaN: true }), offset: fc.nat(2), role: fc.constantFrom("training", "validation"), lag: fc.nat(2) });
type SketchedEdge = (typeof sketchedEdge) extends fc.Arbitrary<infer T> ? T : never;

export interface WorldSize {
  readonly minNodes: number;
  readonly maxNodes: number;
}

export interface NamedWorld {
  readonly namespace: string;
  readonly world: World;
}

/** Worlds of some size, each in a namespace of its own. */
export function worlds({ minNodes, maxNodes }: WorldSize): fc.Arbitrary<NamedWorld> {
  return fc.record({
    nodes: fc.array(sketchedNode, { minLength: minNodes, maxLength: maxNodes, size: "max" }),
    edges: fc.array(sketchedEdge, { minLength: minNodes, maxLength: 2 * maxNodes, size: "max" }),
    shape: fc.constantFrom<keyof typeof reaches>("chains", "tangle", "hub", "mixed"),
    stages: fc.array(fc.constantFrom<Stage>("PRODUCTION", "PRODUCTION", "STAGING", "SHADOW", "DEVELOPMENT"), { minLength: 1, maxLength: Math.ceil(Math.sqrt(maxNodes)) }),
    releases: fc.array(fc.record({ version: fc.nat(), endpoint: fc.nat(), from: anyMoment, to: fc.option(anyMoment) }), { maxLength: Math.ceil(maxNodes / 8) }),
    recalls: fc.array(fc.record({ targets: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }), from: anyMoment, to: fc.option(anyMoment) }), { maxLength: 2 }),
  }).map(({ nodes: sketched, edges, shape, stages, releases, recalls }) => {
    const namespace = `world-${randomUUID()}`;
    const endpoints = stages.map((stage, index): Endpoint => ({ key: `endpoint:${namespace}/e${index}`, stage }));
    const nodes = nameNodes(sketched, endpoints, namespace);
    const world = { nodes, endpoints, edges: drawEdges(nodes, edges, shape), releases: drawReleases(nodes, endpoints, releases), recalls: drawRecalls(nodes, recalls) };
    return { namespace, world, [fc.toStringMethod]: () => print(world).replaceAll(namespace, "…") };
  });
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const later = (...moments: number[]): number => Math.max(...moments);

function nameNodes(sketched: readonly SketchedNode[], endpoints: readonly Endpoint[], namespace: string): Node[] {
  const recordedVersions = sketched.flatMap((node, index) => (node.kind === "ModelVersion" ? [named({ ...node }, index, namespace)] : []));
  return sketched.flatMap((node, index): Node[] => {
    const given = named(node, index, namespace);
    switch (node.kind) {
      case "DatasetSnapshot": return [{ ...given, kind: node.kind, hasDigest: node.hasDigest, sizeBytes: node.size } satisfies Snapshot];
      case "CodeCommit": return [{ ...given, kind: node.kind, isDirty: node.isDirty, hasPatch: node.hasPatch } satisfies Commit];
      case "Environment": return [{ ...given, kind: node.kind, isPinned: node.isPinned } satisfies Environment];
      case "Run": return [{ ...given, kind: node.kind, hasCommand: node.hasCommand } satisfies Run];
      case "ModelVersion": return [{ ...given, kind: node.kind } satisfies ModelVersion];
      case "Deployment": {
        // A deployment is recorded together with the version that it serves.
        if (recordedVersions.length === 0) return [];
        const version = pick(recordedVersions, node.version);
        const recordedAt = later(given.recordedAt, version.recordedAt);
        const validFrom = node.began === farFuture ? farFuture : moment(node.began);
        return [{ ...given, kind: node.kind, recordedAt, endpoint: pick(endpoints, node.endpoint).key, modelVersion: version.key, validFrom, states: statesOf(node.states, recordedAt, validFrom), tombstonedAt: given.tombstonedAt && later(given.tombstonedAt, recordedAt) } satisfies Deployment];
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

function named({ kind, recorded, isStub, tombstoned }: SketchedNode, index: number, namespace: string) {
  const recordedAt = moment(recorded);
  return { key: keyParts[kind](namespace, String(index).padStart(4, "0")), recordedAt, isStub, tombstonedAt: tombstoned === null ? null : later(moment(tombstoned), recordedAt) };
}

function statesOf(sketched: readonly { lag: number; end: number | null; endReason: EndReason; traffic: number }[], recordedAt: number, validFrom: number): DeploymentState[] {
  let since = recordedAt;
  return sketched.map(({ lag, end, endReason, traffic }, index) => {
    since = index === 0 ? recordedAt : since + (lag + 1) * (moment(1) - moment(0));
    const validTo = end === null ? null : later(end === farFuture ? farFuture : moment(end), validFrom);
    return { since, validTo, endReason: validTo === null ? null : endReason, traffic };
  });
}

/** What each kind may flow into, and by which relationship. */
const ways: Readonly<Record<Kind, readonly (readonly [Edge["type"], Kind])[]>> = {
  DatasetSnapshot: [["USED_BY", "Run"], ["USED_BY", "Run"], ["DERIVED_INTO", "DatasetSnapshot"]],
  CodeCommit: [["USED_BY", "Run"], ["USED_BY", "Run"], ["USED_BY", "Deployment"]],
  Environment: [["USED_BY", "Run"], ["USED_BY", "Run"], ["USED_BY", "Deployment"]],
  Run: [["PRODUCED", "DatasetSnapshot"], ["PRODUCED", "ModelVersion"]],
  ModelVersion: [["USED_BY", "Run"], ["DERIVED_INTO", "ModelVersion"]],
  Deployment: [["EMITTED", "DatasetSnapshot"]],
};

function drawEdges(nodes: readonly Node[], sketched: readonly SketchedEdge[], shape: keyof typeof reaches): Edge[] {
  if (nodes.length === 0) return [];
  const ofKind = (kind: Kind): Node[] => nodes.filter((node) => node.kind === kind);
  const byKind = { DatasetSnapshot: ofKind("DatasetSnapshot"), CodeCommit: ofKind("CodeCommit"), Environment: ofKind("Environment"), Run: ofKind("Run"), ModelVersion: ofKind("ModelVersion"), Deployment: ofKind("Deployment") };
  const deployed = nodes.flatMap((node): Edge[] => (node.kind === "Deployment" ? [{ type: "DEPLOYED_AS", from: node.modelVersion, to: node.key, role: "", recordedAt: node.recordedAt }] : []));
  const drawn = sketched.flatMap(({ from: fromIndex, to: toIndex, way, reach, offset, role, lag }): Edge[] => {
    const [near, hub] = reaches[shape];
    const from = pick(nodes, reach >= near && reach < near + hub && offset === 0 ? 0 : fromIndex);
    const [type, kind] = pick(ways[from.kind], way);
    const candidates = byKind[kind];
    if (candidates.length === 0) return [];
    const neighbour = Math.floor((byKind[from.kind].indexOf(from) / byKind[from.kind].length) * candidates.length) + offset;
    const to = pick(candidates, reach < near ? neighbour : reach < near + hub ? 0 : toIndex);
    // A run that is only referred to is not known to use anything.
    if (to.kind === "Run" && to.isStub) return [];
    return [{ type, from: from.key, to: to.key, role: type === "USED_BY" && to.kind === "Run" ? role : "", recordedAt: later(from.recordedAt, to.recordedAt) + lag * (moment(1) - moment(0)) }];
  });
  // Between two nodes there is at most one of a type and role.
  return [...new Map([...deployed, ...drawn].map((edge) => [`${edge.type} ${edge.from} ${edge.to} ${edge.role}`, edge])).values()];
}

function drawReleases(nodes: readonly Node[], endpoints: readonly Endpoint[], sketched: readonly { version: number; endpoint: number; from: number; to: number | null }[]): Release[] {
  const versions = nodes.filter(({ kind }) => kind === "ModelVersion");
  if (versions.length === 0) return [];
  return sketched.map(({ version, endpoint, from, to }) => {
    const proposed = pick(versions, version);
    const recordedAt = later(moment(from), proposed.recordedAt);
    return { id: randomUUID(), modelVersion: proposed.key, endpoint: pick(endpoints, endpoint).key, recordedAt, closedAt: to === null ? null : later(moment(to), recordedAt) };
  });
}

function drawRecalls(nodes: readonly Node[], sketched: readonly { targets: number[]; from: number; to: number | null }[]): Recall[] {
  if (nodes.length === 0) return [];
  return sketched.map(({ targets, from, to }) => {
    const recalled = [...new Set(targets.map((target) => pick(nodes, target)))];
    const openedAt = later(moment(from), ...recalled.map(({ recordedAt }) => recordedAt));
    return { id: randomUUID(), targets: recalled.map(({ key }) => key), openedAt, closedAt: to === null ? null : later(moment(to), openedAt) };
  });
}

/** A world as a failure tells it: whole where a person could read it. */
function print(world: World): string {
  return world.nodes.length > 60 ? `a world of ${world.nodes.length} nodes and ${world.edges.length} edges` : Object.entries(world).flatMap(([name, list]) => [name, ...list.map((item: unknown) => `  ${JSON.stringify(item)}`)]).join("\n");
}
