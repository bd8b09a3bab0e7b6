import type { FactInput } from "../ingest/fact.js";
import {
  churnApi,
  churnPilot,
  churnSmallBusinessApi,
  creditApi,
  creditApiStaging,
  creditPartnersShadow,
  serving,
} from "./endpoints.js";
import { alias, versionNamed } from "./fact-builders.js";

type DeploymentInput = Extract<FactInput, { operation: "recordDeployment" }>["input"];
type Served = Pick<DeploymentInput, "validTo" | "endReason" | "trafficPercent" | "by">;

const places = [
  { ...creditApi, stage: "PRODUCTION" },
  { ...creditApiStaging, stage: "STAGING" },
  { ...creditPartnersShadow, stage: "SHADOW" },
  { ...churnApi, stage: "PRODUCTION" },
  { ...churnPilot, stage: "DEVELOPMENT" },
  { ...churnSmallBusinessApi, stage: "PRODUCTION" },
] as const;
type Place = (typeof places)[number]["endpoint"];

const endpointFacts = (): FactInput[] =>
  places.map(({ namespace, endpoint, stage }) => ({
    operation: "defineEndpoint",
    input: { namespace, name: endpoint, stage },
  }));

const deployments = (
  endpoint: Place,
  model: string,
  served: readonly (readonly [version: string, validFrom: string, more?: Served])[],
): FactInput[] =>
  places
    .filter((place) => place.endpoint === endpoint)
    .flatMap((place) =>
      served.map(([version, validFrom, more]) => ({
        operation: "recordDeployment",
        input: { ...place, modelVersion: versionNamed(model, version), validFrom, by: "release-bot", ...more },
      })),
    );

/**
 * Deployments by endpoint and time. A new deployment at an endpoint ends the previous one, unless it takes only a part of the traffic.
 * Version 3 of the credit model was rolled back after three days; version 2 took over again, as a new deployment.
 */
export const deploymentFacts = (): FactInput[] => [
  ...endpointFacts(),
  ...deployments("credit-api", "credit-risk", [
    ["1", "2026-02-02T09:00:00Z"],
    ["2", "2026-03-09T09:00:00Z"],
    ["3", "2026-04-20T08:30:00Z", { validTo: "2026-04-23T14:10:00Z", endReason: "ROLLED_BACK" }],
    ["2", "2026-04-23T14:10:00Z", { by: "jonas@acme.example" }],
    ["4", serving.creditVersion4From],
  ]),
  ...deployments("credit-api-staging", "credit-risk", [
    ["4", "2026-05-11T09:00:00Z", { validTo: "2026-06-15T09:00:00Z", endReason: "SUPERSEDED" }],
    ["5", "2026-06-15T09:00:00Z", { validTo: "2026-06-19T16:00:00Z", endReason: "RETIRED" }],
    ["6", "2026-09-10T09:00:00Z"],
  ]),
  ...deployments("credit-partners-shadow", "credit-risk-lite", [["1", "2026-06-08T09:00:00Z"]]),
  ...deployments("churn-pilot", "churn", [
    ["1", "2026-02-04T09:00:00Z", { validTo: "2026-02-13T17:00:00Z", endReason: "RETIRED" }],
  ]),
  ...deployments("churn-api", "churn", [
    ["1", "2026-02-16T09:00:00Z"],
    ["2", "2026-04-07T09:00:00Z"],
    ["3", "2026-06-02T09:00:00Z"],
  ]),
  ...deployments("churn-small-business-api", "churn-small-business", [["1", "2026-06-16T09:00:00Z"]]),
];

/** Version 6 takes a tenth of the traffic beside version 4, and the aliases move. */
export const canaryFacts = (): FactInput[] => [
  ...deployments("credit-api", "credit-risk", [["6", "2026-09-21T09:00:00Z", { trafficPercent: 10 }]]),
  alias("credit-risk", "champion", "4"),
  alias("credit-risk", "challenger", "6"),
  alias("churn", "champion", "3"),
  alias("churn-small-business", "champion", "1"),
];
