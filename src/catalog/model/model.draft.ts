import type { Draft, Fields, NodeDraft, NodeKind, ResolvePointer } from "../../core/facts/draft.js";
import { defineSave, loadNodes } from "../../core/facts/facts.statements.js";
import { fillIn, least } from "../../core/facts/merge.js";
import { modelKey, modelVersionKey, parseKey } from "../../core/shared/key.js";
import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import { contentFields } from "../content/content-digest.js";
import { placeOf } from "../content/place.js";
import { mergeMetrics, toMetricRecord } from "../measure/metric-records.js";
import type { RunRef } from "../ref/run-ref.shape.js";
import type { ModelAliasFact, ModelVersionFact, ModelVersionRef } from "./model.shape.js";

export const modelVersionKind: NodeKind = {
  label: "ModelVersion",
  isRegistered: true,
  load: loadNodes,
  save: defineSave("model/save-model-versions"),
  merge: mergeVersion,
  descriptive: ["artifactUri", "createdAt"],
  derive: (fields, key) => ({
    searchWords: nodeSearchWords("ModelVersion", key, fields, [fields.artifactUri, fields.artifactDigest]),
    ...contentFields(fields.namespace, fields.artifactDigest, fields.artifactSizeBytes),
    place: placeOf(fields.artifactUri),
  }),
};

/**
 * Another run that produced the same content is a further producer. Without the same digest, the version was made again as
 * another thing.
 */
function mergeVersion(key: string, known: Fields, { producedBy, metricRecords, ...reported }: Fields): Fields {
  const isReproduced = known.artifactDigest != null && known.artifactDigest === reported.artifactDigest;
  return {
    ...fillIn(key, known, reported),
    ...mergeMetrics(known, metricRecords),
    ...(isReproduced ? least(known, { producedBy }) : fillIn(key, known, { producedBy })),
  };
}

/** The key of the version that a reference names. An alias resolves to its current version. */
export function keyOfModelVersion(
  { namespace, model, version, alias }: ModelVersionRef,
  resolve: ResolvePointer,
): string {
  return version ? modelVersionKey(namespace, model, version) : resolve(modelKey(namespace, model), alias ?? "");
}

/** The fields of a model version that a reference determines. */
export function referredModelVersion(ref: ModelVersionRef, resolve: ResolvePointer): NodeDraft {
  const { namespace, model } = ref;
  const key = keyOfModelVersion(ref, resolve);
  return {
    kind: modelVersionKind,
    key,
    isAsserted: false,
    reported: { namespace, name: model, version: parseKey(key)?.version, modelKey: modelKey(namespace, model) },
  };
}

/** The draft of a registered model version. `referredRun` is a parameter, because the run feature depends on this one. */
export function draftModelVersion(
  fact: ModelVersionFact,
  resolve: ResolvePointer,
  referredRun: (ref: RunRef) => NodeDraft,
): Draft {
  const { artifactUri, artifactDigest, artifactSizeBytes, createdAt, producedBy, origin } = fact;
  const referred = referredModelVersion(fact, resolve);
  const upstream = fact.derivedFrom?.map((ref) => referredModelVersion(ref, resolve)) ?? [];
  const run = producedBy ? [referredRun(producedBy)] : [];
  return {
    key: referred.key,
    nodes: [
      {
        ...referred,
        isAsserted: true,
        reported: {
          ...referred.reported,
          artifactUri,
          artifactDigest,
          artifactSizeBytes,
          createdAt,
          producedBy: run[0]?.key,
          metricRecords: fact.metrics?.map((metric) => JSON.stringify(toMetricRecord(metric))),
          // The default is not stored, so that a report without an origin never contradicts one with it.
          origin: origin === "EXTERNAL" ? origin : null,
        },
      },
      ...upstream,
      ...run,
    ],
    edges: [
      ...run.map(({ key }) => ({ kind: "PRODUCED", upstream: key, downstream: referred.key, role: "model" }) as const),
      ...upstream.map(
        ({ key }) => ({ kind: "DERIVED_INTO", upstream: key, downstream: referred.key, role: "" }) as const,
      ),
    ],
  };
}

/** The draft of an alias. It belongs to the model. */
export function draftAlias(
  { namespace, model, alias, version, observedAt, allowUnregistered }: ModelAliasFact,
  resolve: ResolvePointer,
): Draft {
  const owner = modelKey(namespace, model);
  const target = version ? referredModelVersion({ namespace, model, version }, resolve) : null;
  return {
    key: owner,
    observedAt,
    nodes: target ? [target] : [],
    edges: [],
    pointers: [{ owner, name: alias, to: target?.key ?? null, allowsUnregistered: allowUnregistered === true }],
  };
}
