import { DatasetAliasResolver } from "./dataset-alias.resolver.js";

export const datasetAliasResolvers = [DatasetAliasResolver] as const;
