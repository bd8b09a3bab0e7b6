import type { Statement } from "../graph/statement.js";

/** The value of a property. */
export type FieldValue = string | number | boolean | readonly string[] | readonly number[];
/** Properties by name. Null is unknown. */
export type Fields = Readonly<Record<string, FieldValue | null | undefined>>;

/** The moment at which a fact's source saw the state that it reports. */
export interface Observation {
  /** Epoch milliseconds. */
  readonly at: number;
  /** True if the source did not report the moment, so that the moment of receipt counts. */
  readonly isReceipt: boolean;
}

/** The order of two values with the same moment of observation: positive if the left one prevails. */
export type TieOrder = (left: FieldValue, right: FieldValue) => number;

/** Something about a fact that was not recorded, although the fact was accepted. */
export interface FactWarning {
  readonly key: string;
  readonly field: string;
  readonly message: string;
  readonly known?: unknown;
  readonly given?: unknown;
}

/** The types of the flow relationships that facts report. */
export const reportedFlowKinds = ["USED_BY", "PRODUCED", "DERIVED_INTO", "DEPLOYED_AS", "EMITTED"] as const;
export type ReportedFlowKind = (typeof reportedFlowKinds)[number];

/** The types of all flow relationships, as in `cypher/fragments/flow.cypher`. The last two follow from content. */
export const flowKinds = [...reportedFlowKinds, "PART_OF", "SAME_CONTENT"] as const;

/** A file of a folder. */
export interface Member {
  /** Path within the folder. */
  readonly path: string;
  readonly digest: string;
  readonly sizeBytes: number | null;
}

/** One node of a fact: asserted, or only referenced. A reference creates a stub if the node does not exist. */
export interface NodeDraft {
  readonly kind: NodeKind;
  readonly key: string;
  readonly reported: Fields;
  readonly isAsserted: boolean;
  /** The files of a folder, which `membersDigest` among the fields identifies. They are no property of the node. */
  readonly members?: readonly Member[] | undefined;
}

/** One flow relationship that a fact asserts. */
export interface EdgeDraft {
  readonly kind: ReportedFlowKind;
  readonly upstream: string;
  readonly downstream: string;
  /** Empty if the relationship has no role. */
  readonly role: string;
}

/** A movable name, such as a model's alias. */
export interface Pointer {
  readonly owner: string;
  readonly name: string;
}

/** The target of a pointer: the key of a node, or null. */
export interface PointerDraft extends Pointer {
  readonly to: string | null;
  /** Whether the target may be a stub. */
  readonly allowsUnregistered?: boolean;
}

/** The target of a pointer as recorded, and when it was observed. */
export interface KnownPointer {
  readonly to: string | null;
  /** Epoch milliseconds. */
  readonly observedAt: number;
}

/** Everything that one fact asserts. The key is that of its subject. */
export interface Draft {
  readonly key: string;
  /** When the source saw this state, in epoch milliseconds. Defaults to the moment of receipt. */
  readonly observedAt?: number | null | undefined;
  readonly nodes: readonly NodeDraft[];
  readonly edges: readonly EdgeDraft[];
  readonly pointers?: readonly PointerDraft[];
}

/** A row of the save statement of a kind. */
export interface NodeRow {
  readonly key: string;
  readonly isNew: boolean;
  readonly sequence: number;
  readonly fields: Fields;
}

/** How the nodes of one label are loaded, merged and saved. Each feature declares its kinds. */
export interface NodeKind {
  readonly label: string;
  /** True if nodes of other kinds belong to nodes of this kind, which are therefore saved first. */
  readonly isContainer?: boolean;
  readonly load: Statement<{ keys: string[] }, { key: string; fields: Fields }>;
  readonly save: Statement<{ rows: NodeRow[]; recordedAt: number }, unknown>;
  /**
   * Merges the fields that are neither descriptive nor mutable. Returns those that a report changes.
   * @throws ConflictError when the report contradicts recorded fields.
   */
  readonly merge: (key: string, known: Fields, reported: Fields) => Fields;
  /** Fields that keep the first reported value. A different value is a warning. */
  readonly descriptive?: readonly string[];
  /**
   * Fields that hold the value that was observed last, with the order of values that were observed at the same moment.
   * A null value of a report is the observation that there is none; an undefined one is no observation.
   */
  readonly mutable?: Readonly<Record<string, TieOrder>>;
  /** True for immutable nodes. The first registration of one after its tombstone is recorded, even if it contains nothing new. */
  readonly isRegistered?: boolean;
  /** Fields whose new values the ledger entry contains, so that it shows who changed them. */
  readonly audited?: readonly string[];
  /** Derived fields, such as the text for full-text search. Computed again whenever a field changes. */
  readonly derive?: (fields: Fields, key: string) => Fields;
}

/** Finds the node that a pointer points to now. */
export type ResolvePointer = (owner: string, name: string) => string;
