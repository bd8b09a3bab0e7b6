import "reflect-metadata";
import { type GraphQLObjectType, type GraphQLSchema, lexicographicSortSchema, printSchema } from "graphql";
import { buildSchema } from "type-graphql";
import { resolveTypesByName } from "./api/node/index.js";
import { authorizeRootFields } from "./api/server/authorize.js";
import { auditResolvers } from "./audit/index.js";
import { codeResolvers } from "./code/index.js";
import { comparisonResolvers } from "./comparison/index.js";
import { datasetResolvers } from "./dataset/index.js";
import { deletionResolvers } from "./deletion/index.js";
import { deploymentResolvers } from "./deployment/index.js";
import { environmentResolvers } from "./environment/index.js";
import { impactResolvers } from "./impact/index.js";
import { lineageResolvers } from "./lineage/index.js";
import { modelResolvers } from "./model/index.js";
import { noteResolvers } from "./note/index.js";
import { recallResolvers } from "./recall/index.js";
import { referenceResolvers } from "./reference/index.js";
import { releaseResolvers } from "./release/index.js";
import { reproductionResolvers } from "./reproduction/index.js";
import { rollbackResolvers } from "./rollback/index.js";
import { runResolvers } from "./run/index.js";
import { searchResolvers } from "./search/index.js";
import { servingResolvers } from "./serving/index.js";

/** The schema of all features. Inputs are checked by the shapes of facts, not a second time by decorators. */
export async function buildLineageSchema(): Promise<GraphQLSchema> {
  const resolvers = [
    ...datasetResolvers, ...codeResolvers, ...environmentResolvers, ...runResolvers, ...modelResolvers, ...deploymentResolvers, ...referenceResolvers,
    ...lineageResolvers, ...impactResolvers, ...deletionResolvers, ...releaseResolvers, ...rollbackResolvers, ...servingResolvers, ...reproductionResolvers, ...comparisonResolvers, ...searchResolvers, ...noteResolvers, ...recallResolvers, ...auditResolvers,
  ] as const;
  const schema = resolveTypesByName(await buildSchema({ resolvers, validate: false }));
  // The schema builder has no place for these.
  describe(schema.getQueryType(), "What can be asked. Asking changes nothing.");
  describe(schema.getMutationType(), "What can be recorded. Facts may be said again: what is known already changes nothing.");
  return authorizeRootFields(schema);
}

function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}

/** The schema as it is committed in `schema/schema.graphql`: sorted, so that moving code does not change it. */
export async function printLineageSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await buildLineageSchema()))}\n`;
}
