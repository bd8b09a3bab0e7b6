import { CodeCommitResolver } from "./code.resolver.js";

export { CodeCommit } from "./code-commit.type.js";
export { CodeCommitRefInput } from "./code.input.js";
export { commitSource } from "./code.repository.js";

export const codeResolvers = [CodeCommitResolver] as const;
