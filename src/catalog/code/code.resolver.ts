import { Arg, Ctx, Extensions, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../core/api/context.js";
import { recordFact } from "../../core/api/record-fact.js";
import { commitKey } from "../../core/shared/key.js";
import { CodeCommit } from "./code-commit.type.js";
import { RegisterCodeCommitInput } from "./code.input.js";
import { loadCommit } from "./code.repository.js";

@Resolver()
export class CodeCommitResolver {
  @Query(() => CodeCommit, { nullable: true, description: "The commit with this hash, or null." })
  @Extensions({ role: "reader" })
  codeCommit(
    @Arg("repository", () => String, { description: "Address of the repository, as registered." }) repository: string,
    @Arg("sha", () => String, {
      description:
        "The commit's full hash; of a changed work tree, the hash, '+' and the first digits of its patch's SHA-256.",
    })
    sha: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<CodeCommit | null> {
    return loadCommit(loaders, commitKey(repository, sha));
  }

  @Mutation(() => CodeCommit, {
    description:
      "Registers a commit, or fills in what was unknown of it; a different value for a known field is a CONFLICT.",
  })
  @Extensions({ role: "writer" })
  async registerCodeCommit(
    @Arg("input", () => RegisterCodeCommitInput, { description: "What is known of the commit." })
    input: RegisterCodeCommitInput,
    @Ctx() context: RequestContext,
  ): Promise<CodeCommit | null> {
    return loadCommit(context.loaders, await recordFact(context, { operation: "registerCodeCommit", input }));
  }
}
