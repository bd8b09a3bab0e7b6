import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { snapshotKey } from "../../src/core/shared/key.js";

/** One request and how it ended. */
export interface Sent {
  /** The key of its write. */
  readonly key: string;
  readonly startedAt: number;
  readonly milliseconds: number;
  /** `ok`, the code of an error, `refused` without a listener, or `no answer` after a broken connection. */
  readonly outcome: string;
}

/** A write that was acknowledged. */
export interface Acknowledged {
  readonly key: string;
  readonly kind: "snapshot" | "note";
  readonly tries: number;
  readonly at: number;
  /** For a snapshot: its outcome according to the acknowledgement. */
  readonly status?: string;
}

export interface KeyedWritersOptions {
  readonly namespace: string;
  readonly count: number;
  /** Addresses of the servers; a retry goes to the next one. */
  readonly urls: () => readonly string[];
}

const mayBeTriedAgain = new Set(["GRAPH_UNAVAILABLE", "DEADLINE_EXCEEDED", "starting", "refused", "no answer"]);
const answerShape = z.looseObject({
  status: z.string().optional(),
  data: z.unknown().optional(),
  errors: z.array(z.looseObject({ message: z.string(), extensions: z.looseObject({ code: z.string() }) })).optional(),
  outcomes: z.array(z.looseObject({ status: z.string() })).optional(),
});
const refusal = z.looseObject({ code: z.literal("ECONNREFUSED") });
type Answer = z.output<typeof answerShape>;

/**
 * Correct clients: each write has an idempotency key, and is repeated with it until it is acknowledged. They alternate
 * between snapshots, whose repetition has no effect, and notes, of which each adds one.
 */
export class KeyedWriters {
  /** Every request, in the order of the answers. */
  readonly sent: Sent[] = [];
  readonly acknowledged: Acknowledged[] = [];
  /** Answers on which no client can act. */
  readonly unexpected: string[] = [];
  readonly #options: KeyedWritersOptions;
  readonly #underWay = new Set<string>();
  readonly #running: Promise<void>[] = [];
  #isStopping = false;
  #isAbandoned = false;

  constructor(options: KeyedWritersOptions) {
    this.#options = options;
  }

  /** The snapshot that the notes are about. */
  get about(): string {
    return snapshotKey(this.#options.namespace, "about", "1");
  }

  /** The number of writes without an acknowledgement. */
  get underWay(): number {
    return this.#underWay.size;
  }

  async start(): Promise<void> {
    await this.#write(0, "about", () => this.#snapshot("about", "1"));
    this.acknowledged.length = 0;
    for (let writer = 0; writer < this.#options.count; writer += 1) this.#running.push(this.#keepWriting(writer));
  }

  /** Resolves after that number of further acknowledged writes. */
  async acknowledgeMore(count: number): Promise<void> {
    const wanted = this.acknowledged.length + count;
    while (this.acknowledged.length < wanted) {
      if (this.unexpected.length > 0) throw new Error(this.unexpected[0]);
      await sleep(5);
    }
  }

  /** Waits for all acknowledgements, and starts no more writes. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    await Promise.all(this.#running);
  }

  /** Stops at once, for a test that failed. */
  async abandon(): Promise<void> {
    this.#isAbandoned = true;
    await this.stop();
  }

  async #keepWriting(writer: number): Promise<void> {
    for (let count = 0; !this.#isStopping; count += 1) {
      const key = `${this.#options.namespace}:${writer}-${count}`;
      await this.#write(writer, key, count % 2 === 0 ? () => this.#snapshot("d", key) : () => this.#note(key));
    }
  }

  async #write(
    writer: number,
    key: string,
    request: () => { path: string; body: string; type: string },
  ): Promise<void> {
    this.#underWay.add(key);
    for (let tries = 1; !this.#isAbandoned; tries += 1) {
      const urls = this.#options.urls();
      const { outcome, answer } = await this.#send(urls[(writer + tries) % urls.length] ?? "", writer, key, request());
      if (outcome === "ok") {
        const status = answer?.outcomes?.[0]?.status;
        this.acknowledged.push({
          key,
          kind: status === undefined ? "note" : "snapshot",
          tries,
          at: Date.now(),
          ...(status !== undefined && { status }),
        });
        break;
      }
      if (!mayBeTriedAgain.has(outcome)) {
        this.unexpected.push(`${key}: ${outcome} ${JSON.stringify(answer)}`);
        break;
      }
      await sleep(20 + Math.random() * 180);
    }
    this.#underWay.delete(key);
  }

  async #send(
    url: string,
    writer: number,
    key: string,
    { path, body, type }: { path: string; body: string; type: string },
  ) {
    const startedAt = Date.now();
    const headers = {
      "content-type": type,
      "idempotency-key": key,
      "x-lineage-principal": `${this.#options.namespace}-${writer}`,
    };
    let answer: Answer | undefined;
    let outcome = "no answer";
    try {
      // A server that never answers must not be mistaken for a slow one.
      const response = await fetch(`${url}${path}`, {
        method: "POST",
        headers,
        body,
        signal: AbortSignal.timeout(300_000),
      });
      answer = answerShape.parse(await response.json());
      outcome = outcomeOf(answer);
    } catch (error) {
      if (error instanceof Error && refusal.safeParse(error.cause).success) outcome = "refused";
      if (error instanceof Error && error.name === "TimeoutError")
        this.unexpected.push(`${key}: not answered within five minutes`);
    }
    this.sent.push({ key, startedAt, milliseconds: Date.now() - startedAt, outcome });
    return { outcome, answer };
  }

  #snapshot(dataset: string, version: string) {
    const input = { namespace: this.#options.namespace, dataset, version };
    return {
      path: "/api/facts",
      type: "application/x-ndjson",
      body: JSON.stringify({ operation: "registerDatasetSnapshot", input }),
    };
  }

  #note(key: string) {
    const query = "mutation Note($input: AddNoteInput!) { addNote(input: $input) { text } }";
    return {
      path: "/graphql",
      type: "application/json",
      body: JSON.stringify({
        query,
        variables: { input: { target: { key: this.about }, text: key, idempotencyKey: key } },
      }),
    };
  }
}

function outcomeOf(answer: Answer): string {
  if (answer.status !== undefined) return "starting";
  return answer.errors?.[0]?.extensions.code ?? (answer.outcomes?.[0]?.status === "REJECTED" ? "REJECTED" : "ok");
}
