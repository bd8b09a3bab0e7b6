import { redactCredentials } from "../../../../catalog/environment/redact-credentials.js";
import type { FactInput } from "../../../ingest/fact.js";
import type { StoredDataset } from "../mlflow-store.js";
import { type Naming, namespaceOf } from "./naming.js";

/** Fields of a dataset's source that tell where the data lies, in the order of what says most. */
const addressFields = ["uri", "url", "path", "table_name", "delta_table_name"];

/**
 * A dataset as a snapshot whose version is MLflow's digest. That is not given as a content digest: it is cut to
 * eight digits and often computed from a sample, so it cannot prove that bytes are the same.
 */
export function datasetFact(naming: Naming, dataset: StoredDataset): FactInput {
  const address = fieldsOf(dataset.source);
  const uri = addressFields
    .map((field) => address.get(field))
    .find((value) => typeof value === "string" && value !== "");
  return {
    operation: "registerDatasetSnapshot",
    input: {
      namespace: namespaceOf(naming, dataset.workspace),
      dataset: dataset.name,
      version: dataset.digest,
      uri: typeof uri === "string" ? redactCredentials(uri) : undefined,
      rowCount: rowCountOf(fieldsOf(dataset.profile)),
    },
  };
}

/** Tables are profiled with their number of rows, arrays with their shape. */
function rowCountOf(profile: ReadonlyMap<string, unknown>): number | undefined {
  const shape = profile.get("features_shape");
  const rows: unknown = profile.get("num_rows") ?? (Array.isArray(shape) ? shape[0] : undefined);
  return Number.isSafeInteger(rows) && Number(rows) >= 0 ? Number(rows) : undefined;
}

/** The fields of a JSON object; none where the text is something else, which is nothing to complain of. */
function fieldsOf(json: string | null): ReadonlyMap<string, unknown> {
  try {
    const content: unknown = JSON.parse(json ?? "");
    return new Map(typeof content === "object" && content !== null ? Object.entries(content) : []);
  } catch {
    return new Map();
  }
}
