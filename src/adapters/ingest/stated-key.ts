import { z } from "zod";
import { codeCommitRef } from "../../catalog/code/code-commit.shape.js";
import { snapshotRef } from "../../catalog/dataset/dataset-snapshot.shape.js";
import { deploymentRef } from "../../catalog/ref/deployment-ref.shape.js";
import { commitKey, deploymentKey, modelVersionKey, snapshotKey } from "../../core/shared/key.js";

const { modelVersion } = deploymentRef.shape;

/** The fields that identify the node of each fact that states what something is. Other fields are ignored. */
const stated = z.discriminatedUnion("operation", [
  z.object({ operation: z.literal("registerDatasetSnapshot"), input: snapshotRef.strip() }),
  z.object({ operation: z.literal("registerCodeCommit"), input: codeCommitRef.strip() }),
  z.object({ operation: z.literal("registerModelVersion"), input: modelVersion.strip() }),
  z.object({ operation: z.literal("recordDeployment"), input: deploymentRef.strip() }),
]);

/** The key of the node that an invalid fact registers; none if its identity is invalid too. */
export function statedKeysOf(given: unknown): string[] {
  const { data } = stated.safeParse(given);
  switch (data?.operation) {
    case "registerDatasetSnapshot":
      return [snapshotKey(data.input.namespace, data.input.dataset, data.input.version)];
    case "registerCodeCommit":
      return [commitKey(data.input.repository, data.input.sha)];
    case "registerModelVersion":
      return [versionKey(data.input)];
    case "recordDeployment": {
      const { namespace, endpoint, validFrom } = data.input;
      return [deploymentKey(namespace, endpoint, versionKey(data.input.modelVersion), validFrom)];
    }
    default:
      return [];
  }
}

function versionKey({ namespace, model, version }: z.output<typeof modelVersion>): string {
  return modelVersionKey(namespace, model, version);
}
