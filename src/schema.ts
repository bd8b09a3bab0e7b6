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
import { requireOneField } from "./core/api/one-of.js";
import { resolveTypesByName } from "./core/api/node/resolve-types.js";
import { countAnswers } from "./core/api/server/answer-limit.js";
import { collectWarnings } from "./core/api/server/collect-warnings.js";
import { answerAtMoments } from "./core/api/server/answer-moment.js";
import { authorizeRootFields } from "./core/api/server/authorize.js";
import { auditResolvers } from "./features/audit/audit.resolvers.js";
import { codeResolvers } from "./catalog/code/code.resolvers.js";
import { comparisonResolvers } from "./features/comparison/comparison.resolvers.js";
import { contentResolvers } from "./catalog/content/content.resolvers.js";
import { datasetResolvers } from "./catalog/dataset/dataset.resolvers.js";
import { deletionResolvers } from "./features/deletion/deletion.resolvers.js";
import { deploymentResolvers } from "./catalog/deployment/deployment.resolvers.js";
import { environmentResolvers } from "./catalog/environment/environment.resolvers.js";
import { impactResolvers } from "./features/impact/impact.resolvers.js";
import { lineageResolvers } from "./features/lineage/lineage.resolvers.js";
import { modelResolvers } from "./catalog/model/model.resolvers.js";
import { noteResolvers } from "./features/note/note.resolvers.js";
import { recallResolvers } from "./features/recall/recall.resolvers.js";
import { referenceResolvers } from "./catalog/reference/reference.resolvers.js";
import { releaseResolvers } from "./features/release/release.resolvers.js";
import { reproductionResolvers } from "./features/reproduction/reproduction.resolvers.js";
import { retirementResolvers } from "./features/retirement/retirement.resolvers.js";
import { datasetAliasResolvers } from "./features/dataset-alias/dataset-alias.resolvers.js";
import { retractionResolvers } from "./features/retraction/retraction.resolvers.js";
import { rollbackResolvers } from "./features/rollback/rollback.resolvers.js";
import { runResolvers } from "./catalog/run/run.resolvers.js";
import { searchResolvers } from "./features/search/search.resolvers.js";
import { servingResolvers } from "./features/serving/serving.resolvers.js";

/** The schema of all features. The shapes of facts validate inputs; decorators do not validate them again. */
export async function buildLineageSchema(): Promise<GraphQLSchema> {
  const resolvers = [
    ...contentResolvers,
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
    ...retirementResolvers,
    ...retractionResolvers,
    ...datasetAliasResolvers,
    ...servingResolvers,
    ...reproductionResolvers,
    ...comparisonResolvers,
    ...searchResolvers,
    ...noteResolvers,
    ...recallResolvers,
    ...auditResolvers,
  ] as const;
  // The check of the schema builder is a whole introspection, at each start. Apollo Server checks the schema anyway.
  const built = await buildSchema({ resolvers, validate: false, skipCheck: true });
  const schema = requireOneField(resolveTypesByName(built));
  // The schema builder does not support descriptions of these types.
  describe(schema.getQueryType(), "Read operations. They do not change any data.");
  describe(schema.getMutationType(), "Write operations. Repeating a fact that is already recorded changes nothing.");
  return authorizeRootFields(collectWarnings(countAnswers(answerAtMoments(schema))));
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
