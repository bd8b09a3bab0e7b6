import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import type { LedgerTransaction } from "../../core/graph/ledger.js";
import { listFolders } from "../../catalog/content/content.statements.js";
import { inheritMakers } from "../../catalog/content/join-content.js";
import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { resolveNodeRefs } from "../../catalog/reference/resolve-node-refs.js";
import { InvalidInputError, NotFoundError } from "../../core/shared/errors.js";
import { identifier, reasonFor } from "../../core/shared/fact-fields.js";
import { readInput } from "../../core/shared/read-input.js";
import { isAlias, retractAliases } from "./retract-aliases.js";
import { type RetractionStamp, retractUnfounded } from "./retract-inherited.js";
import { retractNodesOf } from "./retract-nodes.js";
import { forgetUpstream, listInherited, retractEdges } from "./retraction.statements.js";
import type { EdgeRefInput, RetractInput } from "./retraction.type.js";

const maxTargets = 1_000;
/** The kinds that sources report. The others follow from content or from a deployment. */
const retractableKinds: readonly string[] = ["USED_BY", "PRODUCED", "DERIVED_INTO", "EMITTED"];

const request = z.object({
  reason: reasonFor("state the reason for the retraction"),
  idempotencyKey: identifier.nullish(),
});

/** The decision, stored with its ledger entry. */
const outcome = z.object({ sequence: z.number() });

interface Retracted {
  readonly edges: readonly object[];
  readonly nodes: readonly string[];
}

/**
 * Retracts edges and nodes, all of them or none, and returns the sequence of the ledger entry. They are no longer part of
 * answers, except of answers about earlier times.
 * @throws NotFoundError when one of them does not exist; InvalidInputError when nothing is named, or an edge cannot be
 * retracted; ConflictError when something that remains refers to a node.
 */
export async function retract(
  { decisions, principal }: Pick<RequestContext, "decisions" | "principal">,
  { edges, nodes, ...input }: RetractInput,
): Promise<number> {
  const targets = { edges: edges ?? [], nodes: nodes ?? [] };
  const count = targets.edges.length + targets.nodes.length;
  if (count === 0) throw new InvalidInputError("edges and nodes are empty; name at least one edge or node");
  if (count > maxTargets)
    throw new InvalidInputError(`the request names ${count} edges and nodes, more than the limit of ${maxTargets}`);
  const { reason, idempotencyKey } = readInput(request, input);
  const { sequence } = await decisions.take(
    { action: "retract", body: { ...targets, reason }, idempotencyKey },
    outcome,
    async (transaction) => {
      const stamp = { recordedAt: transaction.recordedAt, sequence: transaction.nextSequence };
      const retracted: Retracted = {
        edges: [
          ...(await retractAliases(transaction, targets.edges, stamp)),
          ...(await retractFlow(transaction, targets.edges, stamp)),
        ],
        nodes: await retractNodesOf(transaction, targets.nodes, { ...stamp, by: principal.name, reason }),
      };
      return { result: { sequence: stamp.sequence }, targets: keysOf(retracted), detail: { reason, ...retracted } };
    },
  );
  return sequence;
}

function keysOf({ edges, nodes }: Retracted): string[] {
  const ends = edges.flatMap((edge) => ("downstream" in edge ? [String(edge.downstream)] : []));
  return [...new Set([...nodes, ...ends])].sort();
}

async function retractFlow(transaction: LedgerTransaction, edges: readonly EdgeRefInput[], stamp: RetractionStamp) {
  const wanted = [];
  for (const edge of edges.filter((each) => !isAlias(each))) {
    if (!retractableKinds.includes(edge.kind))
      throw new InvalidInputError(
        edge.kind === "DEPLOYED_AS"
          ? "kind is DEPLOYED_AS, which belongs to a deployment; retract the deployment, or record its end with endDeployment"
          : `kind is ${edge.kind}, which follows from other facts; retract edges of the kinds ${retractableKinds.join(", ")}, or a node`,
      );
    const upstream = await requireOne(transaction, edge.upstream, "upstream");
    const downstream = await requireOne(transaction, edge.downstream, "downstream");
    wanted.push({ upstream, downstream, kind: edge.kind, role: edge.role ?? null });
  }
  if (wanted.length === 0) return [];
  const rows = await transaction.run(retractEdges, { edges: wanted, ...stamp });
  for (const { upstream, downstream, kind, role } of wanted)
    if (!rows.some((row) => row.upstream === upstream && row.downstream === downstream && row.kind === kind))
      throw new NotFoundError(
        `no edge ${kind}${role === null ? "" : ` in the role ${JSON.stringify(role)}`} leads from ${upstream} to ${downstream}`,
        { upstream, downstream, kind, role },
      );
  const made = rows.filter(({ kind }) => kind !== "USED_BY");
  const inherited = await transaction.run(listInherited, {
    folders: made.map(({ upstream, downstream }) => ({ folder: downstream, maker: upstream })),
  });
  // A maker of a folder that contains the file still made the file.
  const files = made.map(({ downstream }) => ({ key: downstream, sequence: stamp.sequence }));
  await inheritMakers(transaction, await transaction.run(listFolders, { files }));
  const retracted = [...rows, ...(await retractUnfounded(transaction, inherited, stamp))];
  const keys = [...new Set(retracted.map(({ downstream }) => downstream))];
  await transaction.run(forgetUpstream, { keys, recordedAt: stamp.recordedAt });
  return retracted;
}

async function requireOne(transaction: LedgerTransaction, ref: NodeRefInput, side: string): Promise<string> {
  const keys = await resolveNodeRefs(transaction.reader, [ref]);
  const [key] = keys;
  if (key !== undefined && keys.length === 1) return key;
  throw new InvalidInputError(`${side} refers to ${keys.slice(0, 20).join(", ")}; give the key of one node`, { keys });
}
