import { AppError, ConflictError } from "../shared/errors.js";
import type {
  Draft,
  EdgeDraft,
  FactWarning,
  Fields,
  KnownPointer,
  Member,
  NodeDraft,
  NodeKind,
  Observation,
  Pointer,
  PointerDraft,
} from "./draft.js";
import { type DraftedFact, edgeId, pointerId, resolverOf } from "./drafted-fact.js";
import { mergeNode } from "./merge-node.js";
import { isSame } from "./merge.js";
import { isNewerTarget, isObservedAt } from "./observation.js";
import { statedKeys, withoutRefused } from "./refused.js";
import { retractionOf, withoutRetracted } from "./retracted.js";
import { withoutSelf } from "./self-reference.js";
import { StateJournal } from "./state-journal.js";
import { markReported, tombstonedOf } from "./tombstoned.js";
import { withoutUnkept } from "./unkept.js";

/** The recorded state of everything that a group of facts references, updated as the facts are planned one by one. */
export interface KnownState {
  readonly nodes: Map<string, Fields>;
  readonly edges: Set<string>;
  /** Those of the edges that were retracted and are not recorded again. */
  readonly retractedEdges?: ReadonlySet<string>;
  /** Pointers with a recorded observation. */
  readonly pointers: Map<string, KnownPointer>;
}

/** The outcome of one fact. */
export type FactOutcome =
  | {
      readonly status: "NEW" | "CHANGED" | "UNCHANGED";
      readonly key: string;
      /** Keys of tombstoned nodes that the fact changed or referenced, if any. The fact is recorded and flagged. */
      readonly tombstoned?: readonly string[];
      /** What of the fact was not recorded, if anything. */
      readonly warnings?: readonly FactWarning[];
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

/** A newer observation of a pointer. Its target may be the same. */
export interface PointerChange extends Pointer, KnownPointer {
  readonly from: string | null;
}

/** The changes of one request. */
export interface FactPlan {
  readonly outcomes: FactOutcome[];
  readonly nodes: NodeChange[];
  readonly edges: EdgeDraft[];
  readonly pointers: PointerChange[];
}

/**
 * Plans the changes of the facts of one request and applies them to the state. An invalid fact does not affect the others,
 * except those that refer to the node that it registers, in any order of the facts. `receivedAt` is the moment of receipt, in
 * epoch milliseconds. `refused` has the keys of nodes whose facts were refused before they could be drafted.
 */
export function planFacts(
  state: KnownState,
  drafts: readonly DraftedFact[],
  receivedAt: number,
  refused: readonly string[] = [],
): FactPlan {
  const known = new Set(refused);
  for (;;) {
    const count = known.size;
    const journal = new StateJournal();
    const plan = planInOrder({ state, journal, receivedAt, refused: known }, drafts);
    // A fact before the refused one may refer to it. Each round finds another refused node, so the rounds end.
    if (known.size === count || drafts.length === 1) return plan;
    journal.undo();
  }
}

interface Planning {
  readonly state: KnownState;
  readonly journal: StateJournal;
  readonly receivedAt: number;
  /** The keys of refused nodes. Planning adds those that it refuses. */
  readonly refused: Set<string>;
}

function planInOrder(planning: Planning, drafts: readonly DraftedFact[]): FactPlan {
  const plan: FactPlan = { outcomes: [], nodes: [], edges: [], pointers: [] };
  for (const { draft: drafted, uses, redraft } of drafts) {
    const draft = uses.length === 0 ? drafted : redraft(resolverOf(planning.state.pointers));
    try {
      if (draft instanceof AppError) throw draft;
      const retraction = retractionOf(draft, planning.state.nodes);
      if (retraction) plan.outcomes.push({ status: "UNCHANGED", key: draft.key, warnings: [retraction] });
      else plan.outcomes.push(planFact(planning, acceptedOf(draft, planning), plan));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // A fact with an alias that does not exist has no final draft, but it registers the same node in each one.
      const known = draft instanceof AppError ? drafted : draft;
      if (!(known instanceof AppError)) for (const key of statedKeys(known)) planning.refused.add(key);
      plan.outcomes.push(rejection(error));
    }
  }
  return plan;
}

/** The outcome of a fact that cannot be recorded. */
export function rejection({ code, message, details }: AppError): FactOutcome {
  return { status: "REJECTED", code, message, details };
}

/** A draft, and the warnings about what was removed from it. */
interface AcceptedDraft {
  readonly draft: Draft;
  readonly warnings: readonly FactWarning[];
}

/** The part of a draft that is recorded. */
function acceptedOf(draft: Draft, { state, refused }: Planning): AcceptedDraft {
  const related = withoutSelf(draft);
  const concluded = withoutRefused(related.draft, refused);
  const kept = withoutRetracted(concluded.draft, state);
  return {
    draft: withoutUnkept(kept.draft, state.nodes),
    warnings: [...related.warnings, ...concluded.warnings, ...kept.warnings],
  };
}

function planFact(
  { state, journal, receivedAt }: Planning,
  { draft, warnings: removed }: AcceptedDraft,
  plan: FactPlan,
): FactOutcome {
  const observation = { at: draft.observedAt ?? receivedAt, isReceipt: draft.observedAt == null };
  const isNew = isUnknown(state, draft);
  // All merges come first, so that a conflict in the last node leaves nothing of the fact.
  const { changes, warnings: differences } = mergeNodes(state.nodes, draft.nodes, observation);
  const warnings = [...removed, ...differences];
  const edges = draft.edges.filter((edge) => !state.edges.has(edgeId(edge)));
  const pointers = movePointers(state, draft, observation);
  const isChanged =
    edges.length > 0 || changes.some(isShown(state.nodes)) || pointers.some(({ from, to }) => from !== to);
  for (const { key, fields } of changes) journal.set(state.nodes, key, { ...state.nodes.get(key), ...fields });
  for (const edge of edges) journal.add(state.edges, edgeId(edge));
  for (const { owner, name, to, observedAt } of pointers)
    journal.set(state.pointers, pointerId(owner, name), { to, observedAt });
  plan.nodes.push(...changes);
  plan.edges.push(...new Map(edges.map((edge) => [edgeId(edge), edge])).values());
  plan.pointers.push(...pointers);
  const warned = warnings.length > 0 && { warnings };
  if (!isChanged) return { status: "UNCHANGED", key: draft.key, ...warned };
  const tombstoned = tombstonedOf(state.nodes, draft.nodes);
  return { status: isNew ? "NEW" : "CHANGED", key: draft.key, ...(tombstoned.length > 0 && { tombstoned }), ...warned };
}

function movePointers(state: KnownState, { pointers = [] }: Draft, observation: Observation): PointerChange[] {
  return pointers.flatMap((pointer) => {
    const { owner, name, to } = pointer;
    const known = state.pointers.get(pointerId(owner, name));
    if (!isNewerTarget(known, to, observation)) return [];
    if (to !== known?.to) requireTarget(pointer, state.nodes);
    return [{ owner, name, to, from: known?.to ?? null, observedAt: observation.at }];
  });
}

/**
 * Refuses a pointer to a node that was never registered or is tombstoned: the name would lead to nothing.
 * @throws ConflictError with the node and what to do.
 */
function requireTarget({ name, to, allowsUnregistered }: PointerDraft, nodes: ReadonlyMap<string, Fields>): void {
  if (to === null) return;
  const target = nodes.get(to);
  if (typeof target?.tombstonedAt === "number")
    throw new ConflictError(
      `${to} is tombstoned, so ${JSON.stringify(name)} cannot be its alias; set the alias to another version, or restore this one`,
      { key: to, alias: name },
    );
  if (allowsUnregistered !== true && target?.stub !== false)
    throw new ConflictError(
      `${to} was never registered, so ${JSON.stringify(name)} cannot be its alias; register it with registerModelVersion first, or pass allowUnregistered: true if the source reports aliases before versions`,
      { key: to, alias: name },
    );
}

/** A stub counts as unknown, so registering it is NEW. So does an alias that does not exist. */
function isUnknown(state: KnownState, { key, pointers }: Draft): boolean {
  if (pointers) return pointers.every(({ owner, name }) => !state.pointers.get(pointerId(owner, name))?.to);
  const known = state.nodes.get(key);
  return known === undefined || known.stub === true;
}

function mergeNodes(
  known: ReadonlyMap<string, Fields>,
  drafts: readonly NodeDraft[],
  observation: Observation,
): { changes: NodeChange[]; warnings: FactWarning[] } {
  const changes = new Map<string, NodeChange>();
  const warnings: FactWarning[] = [];
  for (const { kind, key, reported, isAsserted, members } of drafts) {
    const before = known.get(key);
    const pending = changes.get(key)?.fields;
    if (!isAsserted && (before ?? pending)) continue;
    const current = { ...before, ...pending };
    const merged = mergeNode(kind, key, current, reported, observation);
    warnings.push(...merged.warnings);
    const fields = {
      ...pending,
      ...merged.fields,
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
  return { changes: [...changes.values()], warnings };
}

function stubMark(current: Fields, isAsserted: boolean): Fields {
  return isAsserted ? (current.stub === false ? {} : { stub: false }) : { stub: true };
}

function isUnchanged(before: Fields, fields: Fields): boolean {
  return Object.entries(fields).every(([name, value]) => isSame(before[name] ?? null, value ?? null));
}

/** True for a change that answers show: more than the moments of observations. */
function isShown(known: ReadonlyMap<string, Fields>): (change: NodeChange) => boolean {
  return ({ key, isNew, fields }) => {
    const shown = Object.fromEntries(Object.entries(fields).filter(([field]) => !isObservedAt(field)));
    return isNew || !isUnchanged(known.get(key) ?? {}, shown);
  };
}
