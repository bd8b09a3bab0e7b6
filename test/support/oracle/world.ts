/*
 * An oracle for queries of the graph, written from the rules of the design alone. It imports nothing from the sources.
 * A world is the whole graph as plain lists; every answer is a simple traversal of them. Times are epoch milliseconds.
 */

export const kinds = ["DatasetSnapshot", "CodeCommit", "Environment", "Run", "ModelVersion", "Deployment"] as const;
export type Kind = (typeof kinds)[number];

interface Recorded {
  readonly key: string;
  readonly recordedAt: number;
  readonly isStub: boolean;
  readonly tombstonedAt: number | null;
}

export interface Snapshot extends Recorded {
  readonly kind: "DatasetSnapshot";
  readonly hasDigest: boolean;
  readonly sizeBytes: number | null;
}
export interface Commit extends Recorded {
  readonly kind: "CodeCommit";
  readonly isDirty: boolean;
  readonly hasPatch: boolean;
}
export interface Environment extends Recorded {
  readonly kind: "Environment";
  readonly isPinned: boolean;
}
export interface Run extends Recorded {
  readonly kind: "Run";
  readonly hasCommand: boolean;
}
export interface ModelVersion extends Recorded {
  readonly kind: "ModelVersion";
}
export interface Deployment extends Recorded {
  readonly kind: "Deployment";
  readonly endpoint: string;
  readonly modelVersion: string;
  readonly validFrom: number;
  /** Its recorded states, oldest first. The last one is the current state. */
  readonly states: readonly DeploymentState[];
}
export type Node = Snapshot | Commit | Environment | Run | ModelVersion | Deployment;

export type EndReason = "SUPERSEDED" | "RETIRED" | "ROLLED_BACK";
export interface DeploymentState {
  /** When this state was recorded. */
  readonly since: number;
  readonly validTo: number | null;
  readonly endReason: EndReason | null;
  readonly traffic: number;
}

export interface Edge {
  readonly type: "USED_BY" | "PRODUCED" | "DERIVED_INTO" | "DEPLOYED_AS" | "EMITTED" | "PART_OF" | "SAME_CONTENT";
  /** Key of the upstream end. */
  readonly from: string;
  /** Key of the downstream end. */
  readonly to: string;
  readonly role: string;
  readonly recordedAt: number;
  /** When it was taken back; null if it stands. */
  readonly retractedAt: number | null;
}

export type Stage = "PRODUCTION" | "STAGING" | "SHADOW" | "DEVELOPMENT";
export interface Endpoint {
  readonly key: string;
  readonly stage: Stage;
}

/** A proposal to deploy; pending until it is closed. */
export interface Release {
  readonly id: string;
  readonly modelVersion: string;
  readonly endpoint: string;
  readonly recordedAt: number;
  readonly closedAt: number | null;
}

/** A recall of nodes; open until it is closed. */
export interface Recall {
  readonly id: string;
  readonly targets: readonly string[];
  readonly openedAt: number;
  readonly closedAt: number | null;
}

export interface World {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly endpoints: readonly Endpoint[];
  readonly releases: readonly Release[];
  readonly recalls: readonly Recall[];
}

/** The world as recorded at a moment, without later nodes and later ends. */
export function knownAt(world: World, moment: number): World {
  const unlessLater = (time: number | null): number | null => (time !== null && time <= moment ? time : null);
  return {
    endpoints: world.endpoints,
    nodes: world.nodes
      .filter(({ recordedAt }) => recordedAt <= moment)
      .map((node) => ({
        ...node,
        tombstonedAt: unlessLater(node.tombstonedAt),
        ...(node.kind === "Deployment" && { states: node.states.filter(({ since }) => since <= moment) }),
      })),
    edges: world.edges.filter(
      ({ recordedAt, retractedAt }) => recordedAt <= moment && (retractedAt === null || retractedAt > moment),
    ),
    releases: world.releases
      .filter(({ recordedAt }) => recordedAt <= moment)
      .map((release) => ({ ...release, closedAt: unlessLater(release.closedAt) })),
    recalls: world.recalls
      .filter(({ openedAt }) => openedAt <= moment)
      .map((recall) => ({ ...recall, closedAt: unlessLater(recall.closedAt) })),
  };
}

/** The state of a deployment. */
export function stateOf({ states, validFrom }: Deployment): DeploymentState {
  return states.at(-1) ?? { since: validFrom, validTo: null, endReason: null, traffic: 0 };
}
