import { deployRelease } from "../../features/release/deploy-release.js";
import { proposeRelease, reviewRelease } from "../../features/release/release.service.js";
import { rollback } from "../../features/rollback/rollback.service.js";
import { creditApi } from "./endpoints.js";
import type { ExampleSteps, StepName } from "./example-steps.js";
import { acme, versionNamed } from "./fact-builders.js";

const amara = "amara@acme.example";
const jonas = "jonas@acme.example";
const mei = "mei@acme.example";
/** The endpoint at which the bank demonstrates its models. */
const demo = { namespace: acme, name: "credit-demo" };

/** The last step of the example. Once it has been taken, the example is complete. */
export const lastStep: StepName = { by: jonas, key: "example: rollback" };

interface Proposal {
  readonly endpoint: string;
  readonly version: string;
  readonly note: string;
  readonly trafficPercent?: number;
}

/** The releases of the example: one is approved and not yet deployed, one was rejected, and the demo was rolled back to version 1. */
export async function releaseExample(steps: ExampleSteps): Promise<void> {
  await review(
    steps,
    { endpoint: creditApi.endpoint, version: "5", note: "the same data, a wider search" },
    { by: mei, approve: false, note: "it was in staging for four days and ranked no better than version 4" },
  );
  await review(
    steps,
    {
      endpoint: creditApi.endpoint,
      version: "6",
      trafficPercent: 50,
      note: "two weeks at 10% without a complaint",
    },
    { by: jonas, approve: true, note: "the canary's calibration is fine" },
  );
  await runDemo(steps);
}

function review(
  steps: ExampleSteps,
  proposal: Proposal,
  { by, approve, note }: { readonly by: string; readonly approve: boolean; readonly note: string },
): Promise<void> {
  return steps.take({ by, key: `example: ${note}` }, async (context, idempotencyKey) =>
    reviewRelease(context, { release: await propose(steps, amara, proposal), approve, note, idempotencyKey }),
  );
}

/** Proposes a release; returns its key. */
function propose(steps: ExampleSteps, by: string, { endpoint, version, ...more }: Proposal): Promise<string> {
  return steps.repeat({ by, key: `example: ${version} for ${endpoint}` }, (context, idempotencyKey) =>
    proposeRelease(context, {
      endpoint: { namespace: acme, name: endpoint },
      modelVersion: versionNamed("credit-risk", version),
      idempotencyKey,
      ...more,
    }),
  );
}

async function runDemo(steps: ExampleSteps): Promise<void> {
  await steps.take({ by: jonas, key: "example: demo" }, ({ facts }, idempotencyKey) =>
    facts.write([{ operation: "defineEndpoint", input: { ...demo, stage: "STAGING" } }], { idempotencyKey }),
  );
  for (const version of ["1", "2"]) {
    await steps.take({ by: jonas, key: `example: deploy ${version}` }, async (context, idempotencyKey) => {
      const note = `show version ${version} to visitors`;
      const release = await propose(steps, jonas, { endpoint: demo.name, version, note });
      return deployRelease(context, { release, idempotencyKey });
    });
  }
  await steps.take(lastStep, (context, idempotencyKey) =>
    rollback(context, {
      endpoint: demo,
      reason: "the demo script was written for version 1",
      idempotencyKey,
    }),
  );
}
