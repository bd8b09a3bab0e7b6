import "reflect-metadata";
import { type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { resolveTypesByName } from "./api/node/index.js";
import { authorizeRootFields } from "./api/server/authorize.js";
import { codeResolvers } from "./code/index.js";
import { datasetResolvers } from "./dataset/index.js";
import { deploymentResolvers } from "./deployment/index.js";
import { environmentResolvers } from "./environment/index.js";
import { modelResolvers } from "./model/index.js";
import { referenceResolvers } from "./reference/index.js";
import { runResolvers } from "./run/index.js";

/** The schema of all features. Inputs are checked by the shapes of facts, not a second time by decorators. */
export async function buildLineageSchema(): Promise<GraphQLSchema> {
  const resolvers = [
    ...datasetResolvers, ...codeResolvers, ...environmentResolvers, ...runResolvers, ...modelResolvers, ...deploymentResolvers, ...referenceResolvers,
  ] as const;
  return authorizeRootFields(resolveTypesByName(await buildSchema({ resolvers, validate: false })));
}

/** The schema as it is committed in `schema/schema.graphql`: sorted, so that moving code does not change it. */
export async function printLineageSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildLineageSchema()))}\n`;
}
