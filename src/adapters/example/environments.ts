import { describeEnvironment } from "../../catalog/environment/environment-content.js";
import type { FactInput } from "../ingest/fact.js";
import {
  churnConda,
  creditRequirementsApril,
  creditRequirementsJanuary,
  notebookRequirements,
} from "./environment-texts.js";
import { digestOfName } from "./fact-builders.js";

const featureJobsDigest = digestOfName("registry.example.com/acme/feature-jobs:2026.1");

const inputs = {
  creditJanuary: { requirements: creditRequirementsJanuary, pythonVersion: "3.11.13" },
  creditApril: { requirements: creditRequirementsApril, pythonVersion: "3.11.13" },
  notebook: { requirements: notebookRequirements, pythonVersion: "3.11.13" },
  featureJobs: {
    imageUri: `registry.example.com/acme/feature-jobs@${featureJobsDigest}`,
    imageDigest: featureJobsDigest,
  },
  churn: { condaYaml: churnConda, pythonVersion: "3.11.13" },
} as const;

/** The environments of the example: from requirements, a conda file and an image. The notebook's is not pinned. */
export const environmentFacts = (): FactInput[] =>
  Object.values(inputs).map((input) => ({ operation: "registerEnvironment", input }));

/** A run's reference to its environment: the digest of its content. */
export const environmentNamed = (name: keyof typeof inputs) => ({ digest: describeEnvironment(inputs[name]).digest });
