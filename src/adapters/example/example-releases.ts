import { z } from "zod";
import type { AskAs } from "./example-decisions.js";
import { creditApi } from "./endpoints.js";
import { acme, versionNamed } from "./fact-builders.js";

const released = z.object({ proposeRelease: z.object({ id: z.string() }) });
const done = z.object({});
/** Where the bank shows its models to visitors. */
const demo = { namespace: acme, name: "credit-demo" };

/** What went through the release process: one waits to be deployed, one was rejected, and the demo was taken back to the version that its story was written for. */
export async function releaseExample(askAs: AskAs): Promise<void> {
  const propose = async (by: string, name: string, version: string, more: object): Promise<string> => {
    const input = {
      endpoint: { namespace: acme, name },
      modelVersion: versionNamed("credit-risk", version),
      idempotencyKey: `example: ${version} for ${name}`,
      ...more,
    };
    return (
      await askAs(
        by,
        "mutation ExampleProposal($input: ProposeReleaseInput!) { proposeRelease(input: $input) { id } }",
        { input },
        released,
      )
    ).proposeRelease.id;
  };
  const review = (by: string, release: string, approve: boolean, note: string) =>
    askAs(
      by,
      "mutation ExampleReview($input: ReviewReleaseInput!) { reviewRelease(input: $input) { id } }",
      { input: { release, approve, note, idempotencyKey: `example: ${note}` } },
      done,
    );
  await review(
    "mei@acme.example",
    await propose("amara@acme.example", creditApi.endpoint, "5", { note: "the same data, a wider search" }),
    false,
    "it was in staging for four days and ranked no better than version 4",
  );
  await review(
    "jonas@acme.example",
    await propose("amara@acme.example", creditApi.endpoint, "6", {
      trafficPercent: 50,
      note: "two weeks at 10 % without a complaint",
    }),
    true,
    "the canary's calibration is fine",
  );
  await runDemo(askAs, propose);
}

async function runDemo(
  askAs: AskAs,
  propose: (by: string, name: string, version: string, more: object) => Promise<string>,
): Promise<void> {
  await askAs(
    "jonas@acme.example",
    "mutation ExampleDemo($input: DefineEndpointInput!) { defineEndpoint(input: $input) { id } }",
    { input: { ...demo, stage: "STAGING" } },
    done,
  );
  for (const version of ["1", "2"]) {
    const release = await propose("jonas@acme.example", demo.name, version, {
      note: `what visitors see of version ${version}`,
    });
    await askAs(
      "jonas@acme.example",
      "mutation ExampleDeployment($input: DeployReleaseInput!) { deployRelease(input: $input) { status } }",
      { input: { release, idempotencyKey: `example: deploy ${version}` } },
      done,
    );
  }
  await askAs(
    "jonas@acme.example",
    "mutation ExampleRollback($input: RollbackInput!) { rollback(input: $input) { status } }",
    {
      input: {
        endpoint: demo,
        reason: "the story of the demo was written for version 1",
        idempotencyKey: "example: rollback",
      },
    },
    done,
  );
}
