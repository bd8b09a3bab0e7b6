import { Field, ObjectType } from "type-graphql";
import { graphqlEnum } from "../../core/api/graphql-enum.js";
import { verdicts } from "./reproducibility.js";
import type { Evidence } from "./evidence.js";
import type { Finding, Reproducibility } from "./reproducibility.js";

export const ReproductionVerdict = graphqlEnum(verdicts, {
  name: "ReproductionVerdict",
  description: "Whether a node can be rebuilt, as far as recorded. Best first.",
  values: {
    REPRODUCIBLE:
      "The commit is clean, the environment is pinned, every upstream input has a digest and is not deleted, and the command is recorded.",
    DEGRADED:
      "A rebuild is possible but its result may differ: a package is not pinned, or a digest, the command, the state of the commit or the contents of the environment are not recorded.",
    LOST: "A rebuild is impossible: an input was deleted, uncommitted changes were not kept, or no run, commit or environment is recorded.",
  },
});
export type ReproductionVerdict = keyof typeof ReproductionVerdict;

@ObjectType({ simpleResolvers: true, description: "A reason why a node cannot be rebuilt exactly." })
export class ReproductionFinding {
  readonly finding!: Finding;

  @Field(() => String, {
    description:
      "Code of the finding. LOST: NO_RUN, NO_COMMIT, DIRTY_COMMIT, NO_ENVIRONMENT, TOMBSTONED_INPUT. DEGRADED: UNKNOWN_COMMIT, UNKNOWN_ENVIRONMENT, UNPINNED_ENVIRONMENT, NO_DIGEST, NO_COMMAND.",
  })
  readonly code!: string;

  @Field(() => String, { description: "The problem and, if it can be fixed, what to do." })
  readonly message!: string;
}

@ObjectType({ simpleResolvers: true, description: "Whether and how a node can be rebuilt." })
export class Reproduction {
  /** Key of the requested node. */
  readonly asked!: string;
  readonly evidence!: Evidence;
  readonly judged!: Reproducibility;

  @Field(() => ReproductionVerdict, { description: "Whether the node can be rebuilt." })
  readonly verdict!: ReproductionVerdict;

  @Field(() => [ReproductionFinding], {
    description: "Reasons why the node cannot be rebuilt exactly, worst first; empty if it is REPRODUCIBLE.",
  })
  readonly findings!: readonly ReproductionFinding[];
}
