import type { FactInput } from "../ingest/fact.js";

const featureStore = "https://git.example.com/acme/feature-store";
const creditRisk = "https://git.example.com/acme/credit-risk";
const churn = "https://git.example.com/acme/churn";

/** The commits that the example's runs were started from. */
export const commits = {
  joinBureauReports: { repository: featureStore, sha: "57edd80def0e49b385e8067436f73ef6db715540" },
  longerRepaymentWindow: { repository: featureStore, sha: "886e060eac86328eab893e8ea67a27d0d8aa5aeb" },
  creditBaseline: { repository: creditRisk, sha: "2cb3ad1bdc8b6a23c6b63baf337b49c092c4dda2" },
  creditBoosting: { repository: creditRisk, sha: "f5364411460372ac7917eece9028830a6fa1e135" },
  creditCalibration: { repository: creditRisk, sha: "a70583eae4754608464ff0c2b49cc9003f4e4c07" },
  targetEncodingDraft: { repository: creditRisk, sha: "01e455a0bc7589af9d64fd8e3439478c86c77b06" },
  creditFeedback: { repository: creditRisk, sha: "03011f30eca05b25baea2d8ced642035e87472c3" },
  churnForest: { repository: churn, sha: "ba4721e8f350c2680cd0b161439d0ffeb2090bff" },
  churnBoosting: { repository: churn, sha: "26b8c0c957488366c0ad5ae5f8ee3a847072e990" },
} as const;

const mei = "Mei Tanaka <mei@acme.example>";
const jonas = "Jonas Weber <jonas@acme.example>";
const amara = "Amara Okafor <amara@acme.example>";

const commit = (
  ref: { readonly repository: string; readonly sha: string },
  author: string,
  committedAt: string,
  message: string,
  more: { readonly dirty?: boolean; readonly branch?: string; readonly tag?: string } = {},
): FactInput => ({
  operation: "registerCodeCommit",
  input: { ...ref, author, committedAt, message, dirty: false, branch: "main", ...more },
});

/** The commits of the example. One is dirty: the notebook ran with uncommitted changes that are lost. */
export const commitFacts = (): FactInput[] => [
  commit(
    commits.joinBureauReports,
    mei,
    "2026-01-07T16:40:00Z",
    "Join bureau reports to applications on the day of application\n\nJoining on the day of the report let the model see the future.",
  ),
  commit(
    commits.longerRepaymentWindow,
    mei,
    "2026-03-26T11:05:00Z",
    "Count missed repayments over twelve months instead of six",
  ),
  commit(commits.creditBaseline, jonas, "2026-01-12T09:15:00Z", "Baseline: logistic regression on 14 features"),
  commit(
    commits.creditBoosting,
    jonas,
    "2026-02-17T17:30:00Z",
    "Gradient boosting with monotone constraints\n\nMore income may never lower a score.",
    { tag: "credit-risk-2.0" },
  ),
  commit(
    commits.creditCalibration,
    amara,
    "2026-04-29T14:20:00Z",
    "Calibrate probabilities after training\n\nRanking stayed the same when scikit-learn went from 1.6.1 to 1.7.2, probabilities did not, and the\nthreshold for approval is a probability. Isotonic regression on a tenth of the training data.",
    { tag: "credit-risk-4.0" },
  ),
  commit(commits.targetEncodingDraft, jonas, "2026-06-08T18:55:00Z", "wip: target encoding for employer", {
    dirty: true,
    branch: "target-encoding",
  }),
  commit(
    commits.creditFeedback,
    amara,
    "2026-09-04T10:10:00Z",
    "Train on our own decisions: add scored applications with their outcomes",
    { tag: "credit-risk-6.0" },
  ),
  commit(commits.churnForest, amara, "2026-01-15T13:00:00Z", "Churn: random forest on monthly activity"),
  commit(commits.churnBoosting, amara, "2026-03-27T15:45:00Z", "Churn: gradient boosting, support tickets as features"),
];
