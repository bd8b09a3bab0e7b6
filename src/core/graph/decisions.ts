import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { ConflictError } from "../shared/errors.js";
import { acknowledgedWithin } from "./write-deadline.js";
import { digestOfJson } from "../shared/hash-chain.js";
import type { EarlierOutcome, Ledger, LedgerTransaction } from "./ledger.js";

/** A request for a decision. */
export interface DecisionRequest {
  readonly by: string;
  /** Name of the mutation, which is the action in the ledger. */
  readonly action: string;
  /** The input of the request. Its digest distinguishes a repeated request from another one with the same key. */
  readonly body: unknown;
  readonly idempotencyKey?: string | null | undefined;
}

/** The outcome of a decision, allowed or refused, for the caller and for the ledger. */
export interface Decision<Result> {
  /** Plain JSON. A repeated request returns it again. */
  readonly result: Result;
  /** Keys of the subjects. */
  readonly targets: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Records decisions on behalf of one principal, under the ledger's lock. */
export interface DecisionSink {
  take<Result>(
    request: Omit<DecisionRequest, "by">,
    shape: z.ZodType<Result>,
    decide: (transaction: LedgerTransaction) => Promise<Decision<Result>>,
  ): Promise<Result>;
}

/**
 * Records decisions one at a time. Each reads its conditions and writes its effects in one transaction under the ledger's
 * lock, so that the conditions cannot change before it takes effect. Each is an entry of the ledger.
 */
export class Decisions {
  readonly #ledger: Ledger;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /**
   * Decides and records. `decide` may run several times, so it must have no effects outside its transaction. If it throws,
   * nothing is written. The result of a repeated request is validated with `shape`.
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

  /** Decisions of one principal. A decision that takes longer than the timeout continues without being awaited. */
  sinkFor(by: string, timeoutMs: number): DecisionSink {
    return {
      take: (request, shape, decide) => acknowledgedWithin(timeoutMs, this.take({ by, ...request }, shape, decide)),
    };
  }

  /** Resolves when no decision is in progress. */
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

/** The key of a request in the ledger: the idempotency key of the client, scoped to the principal, or a random key. */
export function requestKeyOf(by: string, idempotencyKey: string | null | undefined): string {
  return idempotencyKey == null ? `request:${randomUUID()}` : `client:${JSON.stringify([by, idempotencyKey])}`;
}

/**
 * The result of the first request with the same key.
 * @throws ConflictError when that request had another input.
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
