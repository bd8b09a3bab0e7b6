import type { NodeRefInput } from "../../catalog/reference/node-ref.input.js";
import { planAndTombstone } from "../../features/deletion/tombstone.service.js";
import { addNote } from "../../features/note/note.service.js";
import { openRecall } from "../../features/recall/recall.service.js";
import type { ExampleSteps } from "./example-steps.js";
import { acme } from "./fact-builders.js";
import { lake, raw } from "./raw-data.js";

/** Notes, a recall and a deletion by people of the example's company, after all facts. */
export async function decideExample(steps: ExampleSteps): Promise<void> {
  await writeNotes(steps);
  await recallFeedback(steps);
  await deleteTruncated(steps);
}

async function writeNotes(steps: ExampleSteps): Promise<void> {
  const note = (by: string, target: NodeRefInput, text: string): Promise<void> =>
    steps.take({ by, key: `example: ${text}` }, (context, idempotencyKey) =>
      addNote(context, { target, text, idempotencyKey }),
    );
  await note(
    "jonas@acme.example",
    { modelVersion: { namespace: acme, model: "credit-risk", version: "3" } },
    "Rolled back after three days: it ranks as well as version 2, but its probabilities are too low, and the approval threshold is a probability. Only the packages are newer.",
  );
  await note(
    "amara@acme.example",
    { run: { namespace: acme, externalId: "churn-tuned-2026-05-try-1" } },
    "4095 leaves do not fit into memory on the small machines; 63 perform as well.",
  );
}

/** Applications that version 4 declined have no outcome, so its feedback data is biased. */
function recallFeedback(steps: ExampleSteps): Promise<void> {
  return steps.take({ by: "mei@acme.example", key: "example: recall" }, (context, idempotencyKey) =>
    openRecall(context, {
      targets: [{ datasetSnapshot: { namespace: lake, dataset: "credit/feedback", version: "2026-09" } }],
      reason: "contains only applications that version 4 accepted, so a model trained on it never predicts a default",
      idempotencyKey,
    }),
  );
}

/** The truncated delivery was deleted: only a failed run read it. */
function deleteTruncated(steps: ExampleSteps): Promise<void> {
  return steps.take({ by: "mei@acme.example", key: "example: tombstone" }, (context, idempotencyKey) =>
    planAndTombstone(context, {
      targets: [{ datasetSnapshot: raw.bureauTruncated }],
      reason: "the delivery was incomplete and was repeated on the next day",
      idempotencyKey,
    }),
  );
}
