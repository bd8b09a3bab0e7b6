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
 * The example: a small company that scores credit applications and predicts churn, from January to June 2026, with what came of it in September.
 * The same facts at every call.
 *
 * - January: a logistic regression goes into production in February; gradient boosting replaces it in March.
 * - April: the same training data, code and parameters on newer packages give version 3. It ranks as well as version 2, but its probabilities are off,
 *   and the threshold for approval is a probability: rolled back after three days, version 2 serves again.
 * - May: version 4, trained on April's data and calibrated, serves to this day. Churn has gone the same way, from a forest to tuned boosting.
 * - June: a notebook with uncommitted changes and unpinned packages finds the best AUC of all. It learnt the answer, as an evaluation shows.
 * - September: version 4's own logged decisions come back as training data of version 6, which gets a tenth of the traffic.
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
