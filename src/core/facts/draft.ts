import type { Statement } from "../graph/statement.js";

/** What a property may hold. */
export type FieldValue = string | number | boolean | readonly string[] | readonly number[];
/** Properties by name; null is unknown. */
export type Fields = Readonly<Record<string, FieldValue | null | undefined>>;

/** The types of the flow relationships, as in `cypher/fragments/flow.cypher`. */
export const flowKinds = ["USED_BY", "PRODUCED", "DERIVED_INTO", "DEPLOYED_AS", "EMITTED"] as const;
export type FlowKind = (typeof flowKinds)[number];

/** One node that a fact speaks of: asserted, or only referred to, which makes a stub where nothing is known of it. */
export interface NodeDraft {
  readonly kind: NodeKind;
  readonly key: string;
  readonly said: Fields;
  readonly isAsserted: boolean;
}

/** One flow relationship that a fact asserts. */
export interface EdgeDraft {
  readonly kind: FlowKind;
  readonly upstream: string;
  readonly downstream: string;
  /** Empty where the relationship has none. */
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
}

/** Everything that one fact asserts; the key is that of the thing the fact is about. */
export interface Draft {
  readonly key: string;
  readonly nodes: readonly NodeDraft[];
  readonly edges: readonly EdgeDraft[];
  readonly pointers?: readonly PointerDraft[];
}

/** A row of a kind's save statement. */
export interface NodeRow {
  readonly key: string;
  readonly isNew: boolean;
  readonly sequence: number;
  readonly fields: Fields;
}

/** How the nodes of one label are loaded, merged and saved; each feature declares its own. */
export interface NodeKind {
  readonly label: string;
  readonly load: Statement<{ keys: string[] }, { key: string; fields: Fields }>;
  readonly save: Statement<{ rows: NodeRow[]; recordedAt: number }, unknown>;
  /**
   * The fields that change when this is said of a known node.
   * @throws ConflictError when it contradicts what is known.
   */
  readonly merge: (key: string, known: Fields, said: Fields) => Fields;
  /** True for what is registered and never changes; once tombstoned it cannot be registered again. Anything else is reported, and recorded whatever became of it. */
  readonly isRegistered?: boolean;
  /** Fields whose new value the ledger's entry tells in full, since who changed them must stay known. */
  readonly audited?: readonly string[];
  /** What follows from the fields, such as the text to search in; computed anew whenever one changes. */
  readonly derive?: (fields: Fields) => Fields;
}

/** Finds the node that a pointer points to now. */
export type ResolvePointer = (owner: string, name: string) => string;
