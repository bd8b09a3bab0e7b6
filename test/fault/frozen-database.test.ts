import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { KeyedWriters, type Sent } from "../support/keyed-writers.js";
import { type OwnNeo4j, startServerOnOwnNeo4j } from "../support/own-neo4j.js";
import { uniqueNamespace } from "../support/test-app.js";
import { everythingOnce, judgeWrites } from "../support/written-once.js";

/** Seconds for which the database is stopped. `npm run test:faults -- --seconds 60` stops it once more, for that long. */
const stops = [5, 30, ...(process.env.FAULT_SECONDS ? [Number(process.env.FAULT_SECONDS)] : [])];
/** The server's time limit in this test: less than the shortest stop. */
const deadlineMs = 3_000;
/** Time to answer, on a machine that is busy with other tests too. A request that waits for the database needs far longer. */
const slackMs = 15_000;
const readyWithinMs = 1_000;
const writerCount = 8;
const readerCount = 4;

const impactAnswer = z.object({
  data: z
    .object({
      impact: z
        .object({ completeness: z.object({ status: z.string() }), productionDeployments: z.array(z.unknown()) })
        .nullable(),
      deletionPlan: z.object({ verdict: z.string() }).nullable(),
    })
    .nullish(),
  errors: z.array(z.object({ extensions: z.looseObject({ code: z.string() }) })).optional(),
});

/** Clients that repeatedly query the impact and the deletion plan of a snapshot on which one production deployment depends. */
class Readers {
  readonly sent: Sent[] = [];
  /** Forbidden answers. */
  readonly wrong: string[] = [];
  readonly #running: Promise<void>[];
  #isStopping = false;

  constructor(url: string, snapshot: object) {
    this.#running = Array.from({ length: readerCount }, () => this.#keepReading(url, snapshot));
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#running);
  }

  async #keepReading(url: string, snapshot: object): Promise<void> {
    const query =
      "query Impact($of: [NodeRefInput!]!) { impact(of: $of) { completeness { status } productionDeployments { key } } deletionPlan(of: $of) { verdict } }";
    const body = JSON.stringify({ query, variables: { of: [{ datasetSnapshot: snapshot }] } });
    while (!this.#isStopping) {
      const startedAt = Date.now();
      const response = await fetch(`${url}/graphql`, {
        method: "POST",
        // A connection of its own: while the machine is busy, the server may close an idle one just as it is used again.
        headers: { "content-type": "application/json", connection: "close" },
        body,
      });
      const { data, errors } = impactAnswer.parse(await response.json());
      const outcome = errors?.[0]?.extensions.code ?? "ok";
      this.sent.push({ key: "impact", startedAt, milliseconds: Date.now() - startedAt, outcome });
      // The complete impact, a PARTIAL one, or none beside an error; and never permission to delete.
      const { impact, deletionPlan } = data ?? {};
      const isMadeUp =
        (impact && impact.completeness.status !== "PARTIAL" && impact.productionDeployments.length !== 1) ||
        deletionPlan?.verdict === "ALLOWED" ||
        (outcome === "ok" && !(impact && deletionPlan));
      if (isMadeUp || !["ok", "DEADLINE_EXCEEDED", "GRAPH_UNAVAILABLE"].includes(outcome))
        this.wrong.push(`${response.status} ${outcome} ${JSON.stringify(data)}`);
    }
  }
}

interface Readiness {
  readonly status: number;
  readonly milliseconds: number;
  readonly body: string;
}

async function askReady(url: string): Promise<Readiness> {
  const startedAt = Date.now();
  const response = await fetch(`${url}/readyz`);
  return { status: response.status, body: await response.text(), milliseconds: Date.now() - startedAt };
}

/** Stops the database for that long. Returns the responses of /readyz in the meantime. */
async function freeze(neo4j: OwnNeo4j, url: string, seconds: number): Promise<Readiness[]> {
  await neo4j.freeze();
  const until = Date.now() + seconds * 1_000;
  const answers: Readiness[] = [];
  while (Date.now() < until - readyWithinMs) {
    answers.push(await askReady(url));
    await sleep(100);
  }
  await sleep(Math.max(0, until - Date.now()));
  neo4j.thaw();
  return answers;
}

async function recordServed(url: string, namespace: string): Promise<object> {
  const snapshot = { namespace, dataset: "trained-on", version: "1" };
  const facts = [
    {
      operation: "recordRun",
      input: {
        namespace,
        externalId: "training",
        status: "COMPLETED",
        inputs: [{ role: "training", datasetSnapshot: snapshot }],
      },
    },
    {
      operation: "registerModelVersion",
      input: { namespace, model: "m", version: "1", producedBy: { namespace, externalId: "training" } },
    },
    {
      operation: "recordDeployment",
      input: {
        namespace,
        endpoint: "e",
        stage: "PRODUCTION",
        validFrom: "2026-01-01T00:00:00Z",
        trafficPercent: 100,
        modelVersion: { namespace, model: "m", version: "1" },
      },
    },
  ];
  const body = facts.map((fact) => JSON.stringify(fact)).join("\n");
  // Until it is acknowledged: the first write to a new database is slow.
  for (;;) {
    const response = await fetch(`${url}/api/facts`, {
      method: "POST",
      headers: { "content-type": "application/x-ndjson", "idempotency-key": "served" },
      body,
    });
    const answer = await response.json();
    if (response.ok) {
      expect(answer).toMatchObject({ outcomes: facts.map(() => ({ status: "NEW" })) });
      return snapshot;
    }
  }
}

test(
  `the database stopped for ${stops.join(" and ")} s under readers and writers: every request is answered in time, no answer is wrong, and no write is lost`,
  async () => {
    const { neo4j, url, end } = await startServerOnOwnNeo4j({
      LINEAGE_REQUEST_TIMEOUT_MS: String(deadlineMs),
      LINEAGE_BATCH_TIMEOUT_MS: String(deadlineMs),
    });
    const namespace = uniqueNamespace();
    const writers = new KeyedWriters({ namespace, count: writerCount, urls: () => [url] });
    let readers: Readers | undefined;
    try {
      readers = new Readers(url, await recordServed(url, namespace));
      await writers.start();
      for (const seconds of stops) {
        await writers.acknowledgeMore(50);
        const frozenAt = Date.now();
        const redness = await freeze(neo4j, url, seconds);
        const thawedAt = Date.now();
        await writers.acknowledgeMore(writerCount);
        const writtenAfterMs = Date.now() - thawedAt;
        while ((await askReady(url)).status !== 200) await sleep(100);
        const met = [...writers.sent, ...readers.sent].filter(
          ({ startedAt, milliseconds }) => startedAt <= thawedAt && startedAt + milliseconds >= frozenAt,
        );
        process.stderr.write(
          `stopped for ${seconds} s: ${met.length} requests met it (${countOutcomes(met)}), longest ${longest(met)} ms, /readyz red ${redness.length} times, longest ${longest(redness)} ms, ${writerCount} writes after ${writtenAfterMs} ms\n`,
        );
        expect(
          redness.filter(({ status, milliseconds }) => status !== 503 || milliseconds > readyWithinMs + slackMs),
        ).toEqual([]);
        expect(redness[0]?.body).toContain('"database":"');
        // With few refused requests, the test would prove nothing.
        const refused = met.filter(({ outcome }) => outcome !== "ok").length;
        if (refused < writerCount + readerCount)
          throw new Error(`no result: only ${refused} requests were refused in the ${seconds} s`);
      }
      await Promise.all([writers.stop(), readers.stop()]);
      expect([...writers.unexpected, ...readers.wrong]).toEqual([]);
      expect(
        [...writers.sent, ...readers.sent].filter(({ milliseconds }) => milliseconds > deadlineMs + slackMs),
      ).toEqual([]);
      expect(await judgeWrites(neo4j.database, namespace, writers.acknowledged)).toEqual(everythingOnce);
    } finally {
      await Promise.all([writers.abandon(), readers?.stop()]);
      await end();
    }
  },
  600_000 + stops.reduce((sum, seconds) => sum + seconds, 0) * 3_000,
);

function longest(answers: readonly { readonly milliseconds: number }[]): number {
  return Math.max(...answers.map(({ milliseconds }) => milliseconds));
}

function countOutcomes(sent: readonly Sent[]): string {
  const counts: Record<string, number> = {};
  for (const { outcome } of sent) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return Object.entries(counts)
    .map(([outcome, number]) => `${outcome} ${number}`)
    .join(", ");
}
