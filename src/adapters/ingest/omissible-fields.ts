import type { Fact } from "./fact.js";
import type { MayOmit } from "./omit-invalid.js";

/**
 * The fields without which a fact of a batch is recorded if their value is invalid: descriptions and measurements. Every
 * other field identifies a node, connects nodes, or states which deployments serve. Without it, the record would be about something
 * else, or an answer that nothing depends on a node could be false, so an invalid value rejects the fact.
 */
export const omissibleFields: Readonly<Record<Fact["operation"], readonly string[]>> = {
  registerDatasetSnapshot: ["uri", "createdAt"],
  registerCodeCommit: ["message", "author", "committedAt", "branch", "tag"],
  registerEnvironment: [],
  recordRun: ["name", "experiment", "startedAt", "endedAt", "by", "command", "parameters", "metrics", "tags", "parent"],
  registerModelVersion: ["artifactUri", "createdAt", "metrics"],
  setModelAlias: [],
  defineEndpoint: [],
  recordDeployment: ["by"],
};

/** The fields of a metric without which the metric is still a measurement. */
const omissibleOfMetric: readonly unknown[] = ["step", "at"];

const fieldsByOperation = new Map<string, readonly string[]>(Object.entries(omissibleFields));

/** Whether a fact of a batch is recorded without the part that has a problem. */
export const mayOmit: MayOmit = ({ operation, input }, { path: [, field, index, name, ...rest] }) => {
  if (typeof field !== "string" || !fieldsByOperation.get(operation)?.includes(field)) return false;
  if (field !== "metrics") return true;
  // The snapshot that a metric was measured on is an input of the run. Without the metric, the run would lose it.
  const isKept = rest.length === 0 && omissibleOfMetric.includes(name);
  const metrics: unknown = input[field];
  if (!Array.isArray(metrics)) return true;
  return isKept || !(typeof index === "number" ? [metrics[index]] : metrics).some(isMeasuredOnSnapshot);
};

function isMeasuredOnSnapshot(metric: unknown): boolean {
  return typeof metric === "object" && metric !== null && "dataset" in metric && metric.dataset != null;
}
