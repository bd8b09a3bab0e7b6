import { z } from "zod";
import { codeCommitFact } from "../../catalog/code/code-commit.shape.js";
import { datasetSnapshotFact } from "../../catalog/dataset/dataset-snapshot.shape.js";
import { deploymentFact, endpointFact } from "../../catalog/deployment/deployment.shape.js";
import { environmentFact } from "../../catalog/environment/environment.shape.js";
import { modelAliasFact, modelVersionFact } from "../../catalog/model/model.shape.js";
import { runFact } from "../../catalog/run/run.shape.js";

/**
 * One fact of a batch: the name of a mutation and its input, as in the GraphQL schema.
 * On the wire, each is one JSON object on a line, `{"operation": "recordRun", "input": {…}}`.
 */
export const fact = z.discriminatedUnion("operation", [
  z.strictObject({ operation: z.literal("registerDatasetSnapshot"), input: datasetSnapshotFact }),
  z.strictObject({ operation: z.literal("registerCodeCommit"), input: codeCommitFact }),
  z.strictObject({ operation: z.literal("registerEnvironment"), input: environmentFact }),
  z.strictObject({ operation: z.literal("recordRun"), input: runFact }),
  z.strictObject({ operation: z.literal("registerModelVersion"), input: modelVersionFact }),
  z.strictObject({ operation: z.literal("setModelAlias"), input: modelAliasFact }),
  z.strictObject({ operation: z.literal("defineEndpoint"), input: endpointFact }),
  z.strictObject({ operation: z.literal("recordDeployment"), input: deploymentFact }),
]);

/** A fact as its source sends it, with times as RFC 3339 text. */
export type FactInput = z.input<typeof fact>;
/** A checked fact, with times as epoch milliseconds. */
export type Fact = z.output<typeof fact>;
