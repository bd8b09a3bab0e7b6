import { ArgsType, Field, Int } from "type-graphql";
import { LineageKind, typenameOf } from "../api/node/lineage-kind.enum.js";
import { DateTime } from "../api/scalars/date-time.scalar.js";
import { InvalidInputError } from "../shared/errors.js";
import { readAsOf } from "./as-of.js";
import type { LineageQuestion } from "./lineage.service.js";

const maxLimit = 10_000;

/** How far a closure goes, and how much of it to show. */
@ArgsType()
export class ClosureArgs {
  @Field(() => Int, { nullable: true, description: "Hops at the most; all the way unless given." })
  maxDepth?: number | null;

  @Field(() => [LineageKind], { nullable: true, description: "Kinds to show; never what is walked through." })
  kinds?: LineageKind[] | null;

  @Field(() => DateTime, { nullable: true, description: "Answer from what was known at this moment; now unless given." })
  asOf?: Date | null;

  @Field(() => Int, { nullable: true, defaultValue: 500, description: `Nodes to show at the most, up to ${maxLimit}.` })
  limit?: number | null;
}

/**
 * Reads the arguments of a closure.
 * @throws InvalidInputError when one is out of range.
 */
export function readClosureArgs({ maxDepth = null, kinds, asOf, limit }: ClosureArgs): Omit<LineageQuestion, "roots" | "direction"> {
  if (maxDepth !== null && maxDepth < 1) throw new InvalidInputError(`maxDepth is ${maxDepth}; give 1 or more, or leave it out to go all the way`);
  const shown = limit ?? 500;
  if (shown < 1 || shown > maxLimit) throw new InvalidInputError(`limit is ${shown}; give a number from 1 to ${maxLimit}`);
  return { maxDepth, kinds: labelsOf(kinds), asOf: readAsOf(asOf), limit: shown };
}

/** The labels of kinds; null is all. */
export function labelsOf(kinds: readonly LineageKind[] | null | undefined): string[] | null {
  return kinds?.map((kind) => typenameOf[kind]) ?? null;
}
