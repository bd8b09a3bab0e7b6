import type { FactSink, FactWriteOptions } from "../../core/api/context.js";
import type { Principal } from "../../core/api/principal.js";
import { type FactOutcome, rejection } from "../../core/facts/fact-plan.js";
import type { FactWriter } from "../../core/facts/fact-writer.js";
import { acknowledgedWithin } from "../../core/graph/write-deadline.js";
import { AppError, ForbiddenError } from "../../core/shared/errors.js";
import type { Fact } from "./fact.js";
import { statedKeysOf } from "./stated-key.js";
import { type ReadFact, readFact, readFactOfBatch, warnOfOmissions } from "./read-fact.js";

/** A checked fact, or the reason for its rejection. */
type CheckedFact = ReadFact | AppError;

/**
 * The entry point of every fact, whatever its source. A fact takes five forms on its way to the database:
 *
 * 1. As received: `{operation, input}`, the input of a GraphQL mutation or a line of a batch. Not checked.
 * 2. `Fact`: checked by its zod shape, times as epoch milliseconds. The idempotency digest covers this form. A fact that
 *    does not fit, or requires a role that the principal lacks, is rejected here. In a batch, an invalid description or
 *    measurement is left out, with a warning.
 * 3. `DraftedFact`: the nodes, edges and pointers that it asserts, as the feature's `<thing>.draft.ts` derives them.
 *    Drafted before the ledger's lock is taken; a draft that depends on an alias is completed under the lock.
 * 4. `FactPlan`: the changes that a request's drafts make to the current state of the graph, loaded under the lock. A
 *    fact that contradicts that state is rejected here. `saveFacts` turns the plans of a group commit into rows.
 * 5. `FactOutcome`: the result; stored in the ledger and returned again if the request is repeated.
 */
export class IngestService {
  readonly #writer: FactWriter<Fact>;
  readonly #inProgress = new Set<Promise<unknown>>();

  constructor(writer: FactWriter<Fact>) {
    this.#writer = writer;
  }

  /** A sink for the facts of one principal. It stops waiting for a write after `timeoutMs`; the write continues. */
  sinkFor(principal: Principal, timeoutMs: number): FactSink {
    return { write: (given, options) => acknowledgedWithin(timeoutMs, this.#write(principal, given, options)) };
  }

  /** Resolves when no write is in progress. */
  async drain(): Promise<void> {
    while (this.#inProgress.size > 0) await Promise.allSettled(this.#inProgress);
  }

  async #write(
    principal: Principal,
    given: readonly unknown[],
    { omitsInvalid, ...options }: FactWriteOptions = {},
  ): Promise<FactOutcome[]> {
    const read = omitsInvalid ? readFactOfBatch : readFact;
    const checked = given.map((one) => checkFact(one, principal, read));
    const facts = checked.flatMap((one) => (one instanceof AppError ? [] : [one.fact]));
    const refused = given.flatMap((one, index) => (checked[index] instanceof AppError ? statedKeysOf(one) : []));
    const written =
      facts.length > 0 ? await this.#track(this.#writer.write({ by: principal.name, facts, refused, ...options })) : [];
    return mergeOutcomes(checked, written);
  }

  async #track<T>(write: Promise<T>): Promise<T> {
    this.#inProgress.add(write);
    try {
      return await write;
    } finally {
      this.#inProgress.delete(write);
    }
  }
}

/** The outcomes of all facts, rejected and written ones, in the given order. */
function mergeOutcomes(checked: readonly CheckedFact[], written: readonly FactOutcome[]): FactOutcome[] {
  const outcomes = written.values();
  return checked.map((one) => {
    if (one instanceof AppError) return rejection(one);
    const outcome = outcomes.next().value;
    if (!outcome) throw new TypeError("there are fewer outcomes than written facts");
    return withOmissions(outcome, one);
  });
}

function withOmissions(outcome: FactOutcome, { omitted }: ReadFact): FactOutcome {
  if (omitted.length === 0 || outcome.status === "REJECTED") return outcome;
  return { ...outcome, warnings: [...warnOfOmissions(outcome.key, omitted), ...(outcome.warnings ?? [])] };
}

/** Checks the shape of a fact, and the principal's role if the fact requires a higher one than writer. */
function checkFact(given: unknown, principal: Principal, read: (given: unknown) => ReadFact): CheckedFact {
  if (given instanceof AppError) return given;
  try {
    const checked = read(given);
    return setsPolicy(checked.fact) && !principal.roles.has("admin") ? policyForbidden(principal) : checked;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
}

/** A policy decides which versions may be deployed. */
function setsPolicy({ operation, input }: Fact): boolean {
  return operation === "defineEndpoint" && input.policy != null;
}

function policyForbidden({ name }: Principal): ForbiddenError {
  return new ForbiddenError(`policy requires the role admin, which ${name} does not have; omit it, or ask an admin`, {
    role: "admin",
  });
}
