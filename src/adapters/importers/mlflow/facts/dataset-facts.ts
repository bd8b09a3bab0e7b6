import { redactCredentials } from "../../../../catalog/environment/redact-credentials.js";
import type { FactInput } from "../../../ingest/fact.js";
import type { StoredDataset } from "../mlflow-store.js";
import { type Naming, namespaceOf } from "./naming.js";

/** Fields of a dataset's source that locate the data, most specific first. */
const addressFields = ["uri", "url", "path", "table_name", "delta_table_name"];

/**
 * A dataset as a snapshot whose version is MLflow's digest. It is not used as a content digest: it is truncated to
 * eight digits and often computed from a sample, so it does not prove that contents are identical.
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

/** The fields of a JSON object; empty for any other text, which is not an error. */
function fieldsOf(json: string | null): ReadonlyMap<string, unknown> {
  try {
    const content: unknown = JSON.parse(json ?? "");
    return new Map(typeof content === "object" && content !== null ? Object.entries(content) : []);
  } catch {
    return new Map();
  }
}
