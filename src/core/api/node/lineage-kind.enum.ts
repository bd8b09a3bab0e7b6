import { graphqlEnum } from "../graphql-enum.js";
import type { KeyKind } from "../../shared/key.js";

export const LineageKind = graphqlEnum(
  ["DATASET_SNAPSHOT", "CODE_COMMIT", "ENVIRONMENT", "RUN", "MODEL_VERSION", "DEPLOYMENT"],
  {
    name: "LineageKind",
    description: "Kind of a lineage node.",
    values: {
      DATASET_SNAPSHOT: "One immutable state of a dataset.",
      CODE_COMMIT: "One commit of a code repository, with or without uncommitted changes.",
      ENVIRONMENT: "What code ran in: packages, Python version and container image.",
      RUN: "One execution: training, transformation, evaluation or batch scoring.",
      MODEL_VERSION: "One immutable version of a model.",
      DEPLOYMENT: "One model version served at one endpoint for one time interval.",
    },
  },
);
export type LineageKind = keyof typeof LineageKind;

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

/** The kind of the lineage node with a key of this kind, or null for a container. */
export function lineageKindOf(kind: KeyKind): LineageKind | null {
  return kindOfKeyKind[kind] ?? null;
}
