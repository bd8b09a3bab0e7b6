import { Arg, Ctx, Extensions, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { recordFact } from "../../core/api/record-fact.js";
import { commitKey } from "../../core/shared/key.js";
import { CodeCommit } from "./code-commit.type.js";
import { RegisterCodeCommitInput } from "./code.input.js";
import { loadCommit } from "./code.repository.js";

@Resolver()
export class CodeCommitResolver {
  @Query(() => CodeCommit, { nullable: true, description: "Returns a commit, or null if it does not exist." })
  @Extensions({ role: "reader" })
  codeCommit(
    @Arg("repository", () => String, { description: "Address of the repository, as registered." }) repository: string,
    @Arg("sha", () => String, {
      description:
        "Full commit hash. For a work tree with uncommitted changes: the hash, `+` and the first digits of the SHA-256 of the patch.",
    })
    sha: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CodeCommit | null> {
    return loadCommit(loaders, commitKey(repository, sha));
  }

  @Mutation(() => CodeCommit, {
    description:
      "Registers a commit or adds fields that were unknown. A different value for a recorded field is a CONFLICT; `branch` and `tag` may differ.",
  })
  @Extensions({ role: "writer" })
  async registerCodeCommit(
    @Arg("input", () => RegisterCodeCommitInput, { description: "The commit to register." })
    input: RegisterCodeCommitInput,
    @Ctx() context: RequestContext,
  ): Promise<CodeCommit | null> {
    return loadCommit(context.loaders, await recordFact(context, { operation: "registerCodeCommit", input }));
  }
}
