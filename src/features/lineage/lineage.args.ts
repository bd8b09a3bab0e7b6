import { ArgsType, Field, InputType, Int } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { LineageKind, typenameOf } from "../../core/api/node/lineage-kind.enum.js";
import { DateTime } from "../../core/api/scalars/date-time.scalar.js";
import { InvalidInputError } from "../../core/shared/errors.js";
import { readAsOf } from "../../core/api/as-of.js";
import type { LineageQuestion } from "./lineage.service.js";

const maxLimit = 10_000;

@InputType({ description: "How much the server may look at for one question; less than it would, never more." })
export class ClosureBudgetInput {
  @Field(() => Int, {
    nullable: true,
    description: "Nodes at the most, closest first; the server's own limit unless given.",
  })
  nodes?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: "Milliseconds in the database at the most; the server's own limit unless given.",
  })
  milliseconds?: number | null;
}

/** The moment that a question is about, and what its answer may cost. */
@ArgsType()
export class MomentArgs {
  @Field(() => DateTime, {
    nullable: true,
    description: "Answer from what was known at this moment; now unless given.",
  })
  asOf?: Date | null;

  @Field(() => ClosureBudgetInput, {
    nullable: true,
    description: "A lower budget than the server's; beyond it the answer is PARTIAL.",
  })
  budget?: ClosureBudgetInput | null;
}

/** How far a closure goes, and how much of it to show. */
@ArgsType()
export class ClosureArgs extends MomentArgs {
  @Field(() => Int, { nullable: true, description: "Hops at the most; all the way unless given." })
  maxDepth?: number | null;

  @Field(() => [LineageKind], { nullable: true, description: "Kinds to show; never what is walked through." })
  kinds?: LineageKind[] | null;

  @Field(() => Int, { nullable: true, defaultValue: 500, description: `Nodes to show at the most, up to ${maxLimit}.` })
  limit?: number | null;
}

/**
 * Reads the arguments of a closure.
 * @throws InvalidInputError when one is out of range.
 */
export function readClosureArgs({
  maxDepth = null,
  kinds,
  asOf,
  limit,
}: ClosureArgs): Omit<LineageQuestion, "roots" | "direction"> {
  if (maxDepth !== null && maxDepth < 1)
    throw new InvalidInputError(`maxDepth is ${maxDepth}; give 1 or more, or leave it out to go all the way`);
  const shown = limit ?? 500;
  if (shown < 1 || shown > maxLimit)
    throw new InvalidInputError(`limit is ${shown}; give a number from 1 to ${maxLimit}`);
  return { maxDepth, kinds: labelsOf(kinds), asOf: readAsOf(asOf), limit: shown };
}

/** The labels of kinds; null is all. */
export function labelsOf(kinds: readonly LineageKind[] | null | undefined): string[] | null {
  return kinds?.map((kind) => typenameOf[kind]) ?? null;
}

/**
 * The context with the budget that the caller asks for.
 * @throws InvalidInputError when it is more than the server's.
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
    throw new InvalidInputError(
      `budget.${name} is ${wanted}; give a number from 1 to ${most}, which is the server's own limit`,
    );
  return wanted;
}
