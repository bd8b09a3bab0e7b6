import { CodeCommitResolver } from "./code.resolver.js";

export const codeResolvers = [CodeCommitResolver] as const;
