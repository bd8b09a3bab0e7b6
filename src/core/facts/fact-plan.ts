import { AppError } from "../shared/errors.js";
import type { Draft, EdgeDraft, Fields, Member, NodeDraft, NodeKind, PointerDraft } from "./draft.js";
import { isSame } from "./merge.js";
import { markReported, tombstonedOf } from "./tombstoned.js";

/** The recorded state of everything that a group of facts references, updated as the facts are planned one by one. */
export interface KnownState {
  readonly nodes: Map<string, Fields>;
  readonly edges: Set<string>;
  readonly pointers: Map<string, string | null>;
}

/** The outcome of one fact. */
export type FactOutcome =
  | {
      readonly status: "NEW" | "CHANGED" | "UNCHANGED";
      readonly key: string;
      /** Keys of tombstoned nodes that the fact changed or referenced, if any. The fact is recorded and flagged. */
      readonly tombstoned?: readonly string[];
    }
  | {
      readonly status: "REJECTED";
      readonly code: string;
      readonly message: string;
      readonly details?: Readonly<Record<string, unknown>>;
    };

export interface NodeChange {
  readonly kind: NodeKind;
  readonly key: string;
  readonly isNew: boolean;
  readonly fields: Fields;
  /** The files of a folder, if they were unknown. */
  readonly members?: readonly Member[] | undefined;
}

/** The changes of one request. */
export interface FactPlan {
  readonly outcomes: FactOutcome[];
  readonly nodes: NodeChange[];
  readonly edges: EdgeDraft[];
  readonly pointers: PointerDraft[];
}

/** The draft of a fact, or the error of drafting it. */
export type DraftResult = Draft | AppError;

/** Plans the changes of the facts of one request and applies them to the state. An invalid fact does not affect the others. */
export function planFacts(state: KnownState, drafts: readonly DraftResult[]): FactPlan {
  const plan: FactPlan = { outcomes: [], nodes: [], edges: [], pointers: [] };
  for (const draft of drafts) {
    try {
      if (draft instanceof AppError) throw draft;
      plan.outcomes.push(planFact(state, draft, plan));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      plan.outcomes.push(rejection(error));
    }
  }
  return plan;
}

/** The outcome of a fact that cannot be recorded. */
export function rejection({ code, message, details }: AppError): FactOutcome {
  return { status: "REJECTED", code, message, details };
}

function planFact(state: KnownState, draft: Draft, plan: FactPlan): FactOutcome {
  const isNew = isUnknown(state, draft);
  // All merges come first, so that a conflict in the last node leaves nothing of the fact.
  const changes = mergeNodes(state.nodes, draft.nodes);
  const edges = draft.edges.filter((edge) => !state.edges.has(edgeId(edge)));
  const pointers = (draft.pointers ?? []).filter(
    ({ owner, name, to }) => (state.pointers.get(pointerId(owner, name)) ?? null) !== to,
  );
  for (const { key, fields } of changes) state.nodes.set(key, { ...state.nodes.get(key), ...fields });
  for (const edge of edges) state.edges.add(edgeId(edge));
  for (const { owner, name, to } of pointers) state.pointers.set(pointerId(owner, name), to);
  plan.nodes.push(...changes);
  plan.edges.push(...new Map(edges.map((edge) => [edgeId(edge), edge])).values());
  plan.pointers.push(...pointers);
  if (changes.length + edges.length + pointers.length === 0) return { status: "UNCHANGED", key: draft.key };
  const tombstoned = tombstonedOf(state.nodes, draft.nodes);
  return { status: isNew ? "NEW" : "CHANGED", key: draft.key, ...(tombstoned.length > 0 && { tombstoned }) };
}

/** A stub counts as unknown, so registering it is NEW. So does an alias that does not exist. */
function isUnknown(state: KnownState, { key, pointers }: Draft): boolean {
  if (pointers) return pointers.every(({ owner, name }) => !state.pointers.get(pointerId(owner, name)));
  const known = state.nodes.get(key);
  return known === undefined || known.stub === true;
}

function mergeNodes(known: ReadonlyMap<string, Fields>, drafts: readonly NodeDraft[]): NodeChange[] {
  const changes = new Map<string, NodeChange>();
  for (const { kind, key, reported, isAsserted, members } of drafts) {
    const before = known.get(key);
    const pending = changes.get(key)?.fields;
    if (!isAsserted && (before ?? pending)) continue;
    const current = { ...before, ...pending };
    const merged = kind.merge(key, current, reported);
    const fields = {
      ...pending,
      ...merged,
      ...stubMark(current, isAsserted),
      ...(kind.isRegistered && isAsserted && markReported(current)),
    };
    if (before && isUnchanged(before, fields)) continue;
    changes.set(key, {
      kind,
      key,
      isNew: before === undefined,
      fields: { ...fields, ...kind.derive?.({ ...before, ...fields }, key) },
      ...(members && fields.membersDigest !== undefined && { members }),
    });
  }
  return [...changes.values()];
}

function stubMark(current: Fields, isAsserted: boolean): Fields {
  return isAsserted ? (current.stub === false ? {} : { stub: false }) : { stub: true };
}

function isUnchanged(before: Fields, fields: Fields): boolean {
  return Object.entries(fields).every(([name, value]) => isSame(before[name] ?? null, value ?? null));
}

/** Identifies a relationship. Two nodes may be connected in several roles. */
export function edgeId({ kind, upstream, downstream, role }: EdgeDraft): string {
  return JSON.stringify([kind, upstream, downstream, role]);
}

export function pointerId(owner: string, name: string): string {
  return JSON.stringify([owner, name]);
}
