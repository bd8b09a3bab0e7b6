import { registerEnumType } from "type-graphql";
import type { KeyKind } from "../../shared/key.js";

export const LineageKind = {
  DATASET_SNAPSHOT: "DATASET_SNAPSHOT",
  CODE_COMMIT: "CODE_COMMIT",
  ENVIRONMENT: "ENVIRONMENT",
  RUN: "RUN",
  MODEL_VERSION: "MODEL_VERSION",
  DEPLOYMENT: "DEPLOYMENT",
} as const;
export type LineageKind = keyof typeof LineageKind;

registerEnumType(LineageKind, {
  name: "LineageKind",
  description: "Kind of a lineage node.",
  valuesConfig: {
    DATASET_SNAPSHOT: { description: "One immutable state of a dataset." },
    CODE_COMMIT: { description: "One commit of a code repository, with or without uncommitted changes." },
    ENVIRONMENT: { description: "What code ran in: packages, Python version and container image." },
    RUN: { description: "One execution: training, transformation, evaluation or batch scoring." },
    MODEL_VERSION: { description: "One immutable version of a model." },
    DEPLOYMENT: { description: "One model version served at one endpoint for one time interval." },
  },
});

/** The GraphQL type of each kind, which is also its label in the graph. */
export const typenameOf = {
  DATASET_SNAPSHOT: "DatasetSnapshot",
  CODE_COMMIT: "CodeCommit",
  ENVIRONMENT: "Environment",
  RUN: "Run",
  MODEL_VERSION: "ModelVersion",
  DEPLOYMENT: "Deployment",
} as const satisfies Record<LineageKind, string>;
export type LineageTypename = (typeof typenameOf)[LineageKind];

const kindOfKeyKind: Partial<Record<KeyKind, LineageKind>> = {
  snapshot: "DATASET_SNAPSHOT",
  commit: "CODE_COMMIT",
  environment: "ENVIRONMENT",
  run: "RUN",
  "model-version": "MODEL_VERSION",
  deployment: "DEPLOYMENT",
};

/** The kind of lineage node that a key names, or null where it names a container. */
export function lineageKindOf(kind: KeyKind): LineageKind | null {
  return kindOfKeyKind[kind] ?? null;
}
