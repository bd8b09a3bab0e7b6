import type { LedgerTransaction } from "../graph/ledger.js";
import { parseKey } from "../shared/key.js";
import type { EdgeDraft, NodeKind, NodeRow, ReportedFlowKind } from "./draft.js";
import { pointerId } from "./drafted-fact.js";
import type { FactPlan, PointerChange } from "./fact-plan.js";
import { saveAliases, saveEdgesOf } from "./facts.statements.js";

/** The changes of one request, with its position in the ledger. */
export interface SequencedPlan {
  readonly sequence: number;
  readonly plan: FactPlan;
}

/** Writes planned facts: first nodes, then relationships. One statement per label and relationship type. */
export async function saveFacts(transaction: LedgerTransaction, plans: readonly SequencedPlan[]): Promise<void> {
  const { recordedAt } = transaction;
  const kinds = [...nodeRows(plans)].sort(([left], [right]) => rankOf(left) - rankOf(right));
  for (const [kind, rows] of kinds) await transaction.run(kind.save, { rows: [...rows.values()], recordedAt });
  for (const [kind, edges] of edgeRows(plans)) await transaction.run(saveEdgesOf[kind], { edges, recordedAt });
  const pointers = pointerRows(plans);
  if (pointers.length > 0) await transaction.run(saveAliases, { pointers, recordedAt });
}

/** The order in which kinds are saved, whatever the order of the requests: containers before what belongs to them. */
const rankOf = ({ isContainer }: NodeKind): number => (isContainer === true ? 0 : 1);

/** One row per node, although several requests may change it. */
function nodeRows(plans: readonly SequencedPlan[]): Map<NodeKind, Map<string, NodeRow>> {
  const byKind = new Map<NodeKind, Map<string, NodeRow>>();
  for (const { sequence, plan } of plans) {
    for (const { kind, key, isNew, fields } of plan.nodes) {
      const rows = byKind.get(kind) ?? new Map<string, NodeRow>();
      const earlier = rows.get(key);
      rows.set(key, {
        key,
        isNew: isNew || earlier?.isNew === true,
        sequence: earlier?.sequence ?? sequence,
        fields: { ...earlier?.fields, ...fields },
      });
      byKind.set(kind, rows);
    }
  }
  return byKind;
}

function edgeRows(plans: readonly SequencedPlan[]): Map<ReportedFlowKind, (EdgeDraft & { sequence: number })[]> {
  const byKind = new Map<ReportedFlowKind, (EdgeDraft & { sequence: number })[]>();
  for (const { sequence, plan } of plans) {
    for (const edge of plan.edges) {
      const edges = byKind.get(edge.kind) ?? [];
      edges.push({ ...edge, sequence });
      byKind.set(edge.kind, edges);
    }
  }
  return byKind;
}

/** The last state of each name, because all moves of one transaction happen at the same time. */
function pointerRows(plans: readonly SequencedPlan[]) {
  const last = new Map<string, PointerChange & { sequence: number }>();
  for (const { sequence, plan } of plans) {
    for (const pointer of plan.pointers) {
      const id = pointerId(pointer.owner, pointer.name);
      last.set(id, { ...pointer, from: (last.get(id) ?? pointer).from, sequence });
    }
  }
  return [...last.values()].map(({ owner, name, from, to, observedAt, sequence }) => {
    const { namespace = "", name: model = "" } = parseKey(owner) ?? {};
    return { owner, namespace, model, name, to, isMoved: from !== to, observedAt, sequence };
  });
}
