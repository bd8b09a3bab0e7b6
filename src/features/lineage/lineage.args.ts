import { ArgsType, Field, InputType, Int } from "type-graphql";
import { z } from "zod";
import type { RequestContext } from "../../core/api/context.js";
import { LineageKind, typenameOf } from "../../core/api/node/lineage-kind.enum.js";
import { readCursor } from "../../core/api/page.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { readAsOf } from "../../core/api/as-of.js";
import type { LineageQuestion } from "./lineage.service.js";

const standardLimit = 500;
const maxLimit = 10_000;
/** The depth and the key of the last node of the page before. */
const closurePosition = z.tuple([z.number(), z.string()]);

@InputType({
  description: "Limits on the work of one question. Each may be lower than the server's limit, not higher.",
})
export class ClosureBudgetInput {
  @Field(() => Int, {
    nullable: true,
    description:
      "Maximum number of nodes examined, closest first. Defaults to the server's limit, which is also the maximum.",
  })
  nodes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Maximum time in the database, in milliseconds. Defaults to the server's limit, which is also the maximum.",
  })
  milliseconds?: number | null;
}

/** Arguments that select a recorded state and limit the work. */
@ArgsType()
export class MomentArgs {
  @Field(() => DateTime, {
    nullable: true,
    description:
      "Answer from the state recorded at this time, including every field of the nodes. Must not be in the future. Defaults to now.",
  })
  asOf?: Date | null;

  @Field(() => ClosureBudgetInput, {
    nullable: true,
    description:
      "Limits below the server's own. If one is exceeded, the answer is PARTIAL; `path` fails with LIMIT_EXCEEDED or DEADLINE_EXCEEDED.",
  })
  budget?: ClosureBudgetInput | null;
}

/** Arguments that limit a closure and the part of it that is listed. */
@ArgsType()
export class ClosureArgs extends MomentArgs {
  @Field(() => Int, { nullable: true, description: "Maximum depth in hops, at least 1; unlimited by default." })
  maxDepth?: number | null;

  @Field(() => [LineageKind], {
    nullable: true,
    description: "Only list nodes of these kinds; all by default. Nodes of other kinds are still traversed.",
  })
  kinds?: LineageKind[] | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: standardLimit,
    description: `Maximum number of nodes to list. Defaults to ${standardLimit}. Maximum ${maxLimit.toLocaleString("en")}.`,
  })
  limit?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "`endCursor` of the previous page, after which this page starts. The page describes the moment of the previous one, unless `asOf` is set. Defaults to the closest nodes.",
  })
  after?: string | null;
}

/**
 * Reads the arguments of a closure.
 * @throws InvalidInputError when an argument is out of range.
 */
export function readClosureArgs({
  maxDepth = null,
  kinds,
  asOf,
  limit,
  after,
}: ClosureArgs): Omit<LineageQuestion, "roots" | "direction"> {
  if (maxDepth !== null && maxDepth < 1)
    throw new InvalidInputError(`maxDepth is ${maxDepth}; give 1 or more, or omit it for unlimited depth`);
  const shown = limit ?? standardLimit;
  if (shown < 1 || shown > maxLimit)
    throw new InvalidInputError(`limit is ${shown}; give a number from 1 to ${maxLimit}`);
  const [depth, key] = readCursor(["after", after], closurePosition) ?? [];
  const position = depth === undefined || key === undefined ? null : { depth, key };
  return { maxDepth, kinds: labelsOf(kinds), asOf: readAsOf(asOf), limit: shown, position };
}

/** The labels of kinds; null for all kinds. */
export function labelsOf(kinds: readonly LineageKind[] | null | undefined): string[] | null {
  return kinds?.map((kind) => typenameOf[kind]) ?? null;
}

/**
 * The context with the caller's budget.
 * @throws InvalidInputError when a limit is higher than the server's.
 */
export function lowerBudget<Context extends Pick<RequestContext, "closureBudget">>(
  context: Context,
  budget: ClosureBudgetInput | null | undefined,
): Context {
  const { maxNodes, maxMs } = context.closureBudget;
  const closureBudget = {
    maxNodes: lowered("nodes", budget?.nodes, maxNodes),
    maxMs: lowered("milliseconds", budget?.milliseconds, maxMs),
  };
  return { ...context, closureBudget };
}

function lowered(name: string, wanted: number | null | undefined, most: number): number {
  if (wanted == null) return most;
  if (wanted < 1 || wanted > most)
    throw new InvalidInputError(`budget.${name} is ${wanted}; give a number from 1 to ${most}, the server's limit`);
  return wanted;
}
