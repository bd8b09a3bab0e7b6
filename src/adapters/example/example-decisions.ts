import { z } from "zod";
import { lake, raw } from "./raw-data.js";
import { releaseExample } from "./example-releases.js";
import { acme } from "./fact-builders.js";

/** Asks the API for something in somebody's name; what it answers with is checked by its shape. */
export type AskAs = <Answer>(
  by: string,
  operation: string,
  variables: Readonly<Record<string, unknown>>,
  shape: z.ZodType<Answer>,
) => Promise<Answer>;

/**
 * What people of the example's company decided and wrote down, after all that was recorded: through the API, as they
 * would, since decisions depend on what there is.
 */
export async function decideExample(askAs: AskAs): Promise<void> {
  await writeNotes(askAs);
  await recallFeedback(askAs);
  await deleteTruncated(askAs);
  await releaseExample(askAs);
}

const done = z.object({});

async function writeNotes(askAs: AskAs): Promise<void> {
  const addNote = (by: string, target: object, text: string) =>
    askAs(
      by,
      "mutation ExampleNote($input: AddNoteInput!) { addNote(input: $input) { id } }",
      { input: { target, text, idempotencyKey: `example: ${text}` } },
      done,
    );
  await addNote(
    "jonas@acme.example",
    { modelVersion: { namespace: acme, model: "credit-risk", version: "3" } },
    "Rolled back after three days: it ranks as well as version 2, but its probabilities are too low, and the threshold for approval is a probability. Newer packages, nothing else.",
  );
  await addNote(
    "amara@acme.example",
    { run: { namespace: acme, externalId: "churn-tuned-2026-05-try-1" } },
    "4095 leaves do not fit into memory on the small machines; 63 are as good.",
  );
}

/** Applications that version 4 declined have no outcome: everything made of its feedback is followed until it is dealt with. */
async function recallFeedback(askAs: AskAs): Promise<void> {
  await askAs(
    "mei@acme.example",
    "mutation ExampleRecall($input: OpenRecallInput!) { openRecall(input: $input) { id } }",
    {
      input: {
        targets: [{ datasetSnapshot: { namespace: lake, dataset: "credit/feedback", version: "2026-09" } }],
        reason: "holds only applications that version 4 accepted: whoever learns from it learns that nobody fails",
        idempotencyKey: "example: recall",
      },
    },
    done,
  );
}

/** The delivery that broke off is gone: only a run that failed ever read it. */
async function deleteTruncated(askAs: AskAs): Promise<void> {
  const targets = [{ datasetSnapshot: raw.bureauTruncated }];
  const plan = z.object({ deletionPlan: z.object({ impactToken: z.string() }) });
  const {
    deletionPlan: { impactToken },
  } = await askAs(
    "mei@acme.example",
    "query ExamplePlan($of: [NodeRefInput!]!) { deletionPlan(of: $of) { impactToken } }",
    { of: targets },
    plan,
  );
  await askAs(
    "mei@acme.example",
    "mutation ExampleTombstone($input: TombstoneInput!) { tombstone(input: $input) { status } }",
    {
      input: { targets, impactToken, reason: "the delivery broke off, and was sent again whole on the next day" },
    },
    done,
  );
}
