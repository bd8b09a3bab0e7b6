import fc from "fast-check";
import { type Kind, kinds } from "./oracle/world.js";
import { type NamedWorld, type WorldSize, lastMoment, moment, worlds } from "./random-world.js";

/** A query about a world, with its limits. */
export interface Question {
  readonly roots: readonly string[];
  /** Epoch milliseconds; null is now. */
  readonly asOf: number | null;
  readonly maxDepth: number | null;
  readonly kinds: readonly Kind[] | null;
  readonly pageSize: number;
  /** The budget of nodes, as a share of all nodes. */
  readonly budgetPart: number;
}

export interface Case extends NamedWorld {
  readonly questions: readonly Question[];
}

const sketchedQuestion = fc.record({
  roots: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  asOf: fc.option(fc.integer({ min: 3, max: lastMoment }), { freq: 2 }),
  maxDepth: fc.option(fc.integer({ min: 1, max: 4 })),
  kinds: fc.option(fc.subarray([...kinds], { minLength: 1 })),
  pageSize: fc.integer({ min: 1, max: 30 }),
  budgetPart: fc.double({ min: 0, max: 0.9, noNaN: true }),
});

/** Worlds and queries about them. */
export function cases(size: WorldSize, questions: number): fc.Arbitrary<Case> {
  return fc
    .tuple(worlds(size), fc.array(sketchedQuestion, { minLength: 1, maxLength: questions }))
    .map(([named, sketched]) => ({
      ...named,
      questions: sketched.flatMap(({ roots, asOf, ...rest }) => {
        const keys = [
          ...new Set(roots.flatMap((index) => named.world.nodes[index % named.world.nodes.length]?.key ?? [])),
        ];
        return keys.length === 0 ? [] : [{ ...rest, roots: keys, asOf: asOf === null ? null : moment(asOf) }];
      }),
    }));
}
