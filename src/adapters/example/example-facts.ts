import type { FactInput } from "../ingest/fact.js";
import { churnFacts } from "./churn.js";
import { commitFacts } from "./commits.js";
import { creditEvaluationFacts } from "./credit-evaluation.js";
import { creditFeedbackFacts } from "./credit-feedback.js";
import { creditTrainingFacts } from "./credit-training.js";
import { canaryFacts, deploymentFacts } from "./deployments.js";
import { environmentFacts } from "./environments.js";
import { featureFacts } from "./features.js";
import { rawDataFacts } from "./raw-data.js";

/**
 * The example: a small company that scores credit applications and predicts churn, from January to June 2026, with the consequences in September.
 * Every call returns the same facts.
 *
 * - January: a logistic regression goes into production in February; gradient boosting replaces it in March.
 * - April: the same training data, code and parameters on newer packages give version 3. It ranks as well as version 2, but its probabilities are off,
 *   and the approval threshold is a probability: it is rolled back after three days, and version 2 serves again.
 * - May: version 4, trained on April's data and calibrated, still serves. The churn model likewise moves from a forest to tuned boosting.
 * - June: a notebook with uncommitted changes and unpinned packages yields the best AUC of all, because of target leakage, as an evaluation shows.
 * - September: version 4's logged decisions become training data of version 6, which gets a tenth of the traffic.
 */
export const exampleFacts = (): FactInput[] => [
  ...commitFacts(),
  ...environmentFacts(),
  ...rawDataFacts(),
  ...featureFacts(),
  ...creditTrainingFacts(),
  ...creditEvaluationFacts(),
  ...churnFacts(),
  ...deploymentFacts(),
  ...creditFeedbackFacts(),
  ...canaryFacts(),
];
