import { Field, ObjectType, registerEnumType } from "type-graphql";
import type { Evidence } from "./evidence.js";
import type { Finding, Reproducibility, ReproductionVerdict as Verdict } from "./reproducibility.js";

export const ReproductionVerdict = {
  REPRODUCIBLE: "REPRODUCIBLE",
  DEGRADED: "DEGRADED",
  LOST: "LOST",
} as const satisfies { readonly [Name in Verdict]: Name };
export type ReproductionVerdict = Verdict;

registerEnumType(ReproductionVerdict, {
  name: "ReproductionVerdict",
  description: "Whether something could be made again. Best first.",
  valuesConfig: {
    REPRODUCIBLE: {
      description:
        "Clean commit, pinned environment, every input upstream with a digest and not deleted, command known.",
    },
    DEGRADED: {
      description:
        "It can be tried, and the result may differ: a package is not pinned, a digest or the command is not known, or what was referred to was never registered.",
    },
    LOST: {
      description:
        "It cannot: an input was deleted, the code's changes were not kept, or no run, commit or environment is known.",
    },
  },
});

@ObjectType({ simpleResolvers: true, description: "One thing that stands in the way of making something again." })
export class ReproductionFinding {
  readonly finding!: Finding;

  @Field(() => String, {
    description:
      "What it is. LOST: NO_RUN, NO_COMMIT, DIRTY_COMMIT, NO_ENVIRONMENT, TOMBSTONED_INPUT. DEGRADED: UNKNOWN_COMMIT, UNKNOWN_ENVIRONMENT, UNPINNED_ENVIRONMENT, NO_DIGEST, NO_COMMAND.",
  })
  readonly code!: string;

  @Field(() => String, { description: "What is wrong, and what to do about it where something can be done." })
  readonly message!: string;
}

@ObjectType({ simpleResolvers: true, description: "Whether and how something could be made again." })
export class Reproduction {
  /** Key of what was asked about. */
  readonly asked!: string;
  readonly evidence!: Evidence;
  readonly judged!: Reproducibility;

  @Field(() => ReproductionVerdict, { description: "Whether it could be made again." })
  readonly verdict!: ReproductionVerdict;

  @Field(() => [ReproductionFinding], { description: "What stands in the way, worst first." })
  readonly findings!: readonly ReproductionFinding[];
}
