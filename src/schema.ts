import "reflect-metadata";
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  lexicographicSortSchema,
  printSchema,
  printType,
} from "graphql";
import { buildSchema } from "type-graphql";
import { resolveTypesByName } from "./core/api/node/index.js";
import { countAnswers } from "./core/api/server/answer-limit.js";
import { authorizeRootFields } from "./core/api/server/authorize.js";
import { auditResolvers } from "./features/audit/index.js";
import { codeResolvers } from "./catalog/code/index.js";
import { comparisonResolvers } from "./features/comparison/index.js";
import { datasetResolvers } from "./catalog/dataset/index.js";
import { deletionResolvers } from "./features/deletion/index.js";
import { deploymentResolvers } from "./catalog/deployment/index.js";
import { environmentResolvers } from "./catalog/environment/index.js";
import { impactResolvers } from "./features/impact/index.js";
import { lineageResolvers } from "./features/lineage/index.js";
import { modelResolvers } from "./catalog/model/index.js";
import { noteResolvers } from "./features/note/index.js";
import { recallResolvers } from "./features/recall/index.js";
import { referenceResolvers } from "./catalog/reference/index.js";
import { releaseResolvers } from "./features/release/index.js";
import { reproductionResolvers } from "./features/reproduction/index.js";
import { rollbackResolvers } from "./features/rollback/index.js";
import { runResolvers } from "./catalog/run/index.js";
import { searchResolvers } from "./features/search/index.js";
import { servingResolvers } from "./features/serving/index.js";

/** The schema of all features. Inputs are checked by the shapes of facts, not a second time by decorators. */
export async function buildLineageSchema(): Promise<GraphQLSchema> {
  const resolvers = [
    ...datasetResolvers,
    ...codeResolvers,
    ...environmentResolvers,
    ...runResolvers,
    ...modelResolvers,
    ...deploymentResolvers,
    ...referenceResolvers,
    ...lineageResolvers,
    ...impactResolvers,
    ...deletionResolvers,
    ...releaseResolvers,
    ...rollbackResolvers,
    ...servingResolvers,
    ...reproductionResolvers,
    ...comparisonResolvers,
    ...searchResolvers,
    ...noteResolvers,
    ...recallResolvers,
    ...auditResolvers,
  ] as const;
  const schema = resolveTypesByName(await buildSchema({ resolvers, validate: false }));
  // The schema builder has no place for these.
  describe(schema.getQueryType(), "Read operations. They do not change any data.");
  describe(schema.getMutationType(), "Write operations. Repeating a fact that is already recorded changes nothing.");
  return authorizeRootFields(countAnswers(schema));
}

function describe(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}

/**
 * The schema as it is committed in `schema/schema.graphql`. Types, fields and arguments are sorted, so that moving code
 * does not change it. Enum values keep their declared order, which has a meaning: severities are listed worst first.
 */
export async function printLineageSchema(): Promise<string> {
  const schema = await buildLineageSchema();
  const sorted = lexicographicSortSchema(schema);
  const enums = Object.values(schema.getTypeMap()).filter(isEnumType);
  const text = enums.reduce((printed, declared) => {
    const sortedEnum = sorted.getType(declared.name);
    return sortedEnum ? printed.replace(printType(sortedEnum), () => printType(declared)) : printed;
  }, printSchema(sorted));
  return `${text}\n`;
}
