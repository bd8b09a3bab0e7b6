import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { ConflictError } from "../shared/errors.js";
import { acknowledgedWithin } from "./write-deadline.js";
import { digestOfJson } from "../shared/hash-chain.js";
import type { EarlierOutcome, Ledger, LedgerTransaction } from "./ledger.js";

/** A request for a decision: who asks for what. */
export interface DecisionRequest {
  readonly by: string;
  /** Name of the mutation; the ledger's action. */
  readonly action: string;
  /** What was asked for, for the digest that tells a repeated request from another one with its key. */
  readonly body: unknown;
  readonly idempotencyKey?: string | null | undefined;
}

/** What was decided, allowed or refused, for the caller and for the ledger. */
export interface Decision<Result> {
  /** Plain JSON; given back when the same request comes again. */
  readonly result: Result;
  /** Keys of what it is about. */
  readonly targets: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Takes decisions on behalf of one principal, under the ledger's lock. */
export interface DecisionSink {
  take<Result>(
    request: Omit<DecisionRequest, "by">,
    shape: z.ZodType<Result>,
    decide: (transaction: LedgerTransaction) => Promise<Decision<Result>>,
  ): Promise<Result>;
}

/**
 * Takes decisions one at a time: each reads what it depends on and writes what follows from it in one transaction under
 * the ledger's lock, so that nothing it relied on can change before it takes effect. Each is an entry of the ledger.
 */
export class Decisions {
  readonly #ledger: Ledger;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /**
   * Decides and records. `decide` may run several times, so that it must do nothing but through its transaction; where it
   * throws, nothing is written. What a repeated request gets is checked against `shape`.
   * @throws ConflictError when the idempotency key was used for another request.
   */
  async take<Result>(
    request: DecisionRequest,
    shape: z.ZodType<Result>,
    decide: (transaction: LedgerTransaction) => Promise<Decision<Result>>,
  ): Promise<Result> {
    const taken = this.#take(request, shape, decide);
    this.#underWay.add(taken);
    try {
      return await taken;
    } finally {
      this.#underWay.delete(taken);
    }
  }

  /** Decisions of one principal; one that takes longer goes on, but is not waited for. */
  sinkFor(by: string, timeoutMs: number): DecisionSink {
    return {
      take: (request, shape, decide) => acknowledgedWithin(timeoutMs, this.take({ by, ...request }, shape, decide)),
    };
  }

  /** Resolves when nothing is being decided any more. */
  async drain(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  #take<Result>(
    { by, action, body, idempotencyKey }: DecisionRequest,
    shape: z.ZodType<Result>,
    decide: (transaction: LedgerTransaction) => Promise<Decision<Result>>,
  ): Promise<Result> {
    const requestKey = requestKeyOf(by, idempotencyKey);
    const bodyDigest = digestOfJson({ action, body: body ?? null });
    return this.#ledger.transact([requestKey], async (transaction) => {
      const earlier = transaction.earlierOutcome(requestKey);
      if (earlier) return shape.parse(resultOfRepeated(earlier, bodyDigest, idempotencyKey));
      const { result, targets, detail } = await decide(transaction);
      transaction.append({ by, action, targets, detail, requestKey, bodyDigest, result });
      return result;
    });
  }
}

/** The name of a request in the ledger: the client's key, which belongs to who sent it, or a random one. */
export function requestKeyOf(by: string, idempotencyKey: string | null | undefined): string {
  return idempotencyKey == null ? `request:${randomUUID()}` : `client:${JSON.stringify([by, idempotencyKey])}`;
}

/**
 * What the same request did the first time.
 * @throws ConflictError when it is not the same.
 */
export function resultOfRepeated(
  earlier: EarlierOutcome,
  bodyDigest: string,
  idempotencyKey: string | null | undefined,
): unknown {
  if (earlier.bodyDigest === bodyDigest) return earlier.result;
  throw new ConflictError(
    `the idempotency key ${JSON.stringify(idempotencyKey)} was used for another request (ledger sequence ${earlier.sequence}); use a new key for a new request`,
    { idempotencyKey, sequence: earlier.sequence },
  );
}
