import type { FactSink } from "../../core/api/context.js";
import type { Principal } from "../../core/api/principal.js";
import type { DraftableFact } from "../../core/facts/draft.js";
import type { FactOutcome } from "../../core/facts/fact-plan.js";
import type { FactWriter } from "../../core/facts/fact-writer.js";
import { acknowledgedWithin } from "../../core/graph/write-deadline.js";
import { describeProblems } from "../../core/shared/read-input.js";
import { draftFact } from "./fact-drafts.js";
import { type Fact, fact } from "./fact.js";

/** Takes facts from wherever they come, checks them one by one, and writes what is valid. */
export class IngestService {
  readonly #writer: FactWriter;
  readonly #underWay = new Set<Promise<unknown>>();

  constructor(writer: FactWriter) {
    this.#writer = writer;
  }

  /** A sink for the facts of one principal; a write that takes longer goes on, but is not waited for. */
  sinkFor(principal: Principal, timeoutMs: number): FactSink {
    return {
      write: (facts, options) => acknowledgedWithin(timeoutMs, this.#write(principal, facts, options?.idempotencyKey)),
    };
  }

  /** Resolves when nothing is being written any more. */
  async drain(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  async #write(
    principal: Principal,
    given: readonly unknown[],
    idempotencyKey: string | undefined,
  ): Promise<FactOutcome[]> {
    const checked = given.map((one) => requireRoleOf(principal, checkFact(one)));
    const valid = checked.flatMap((one) => ("fact" in one ? [one.fact] : []));
    const written =
      valid.length > 0
        ? await this.#track(
            this.#writer.write({
              by: principal.name,
              facts: valid.map(toDraftable),
              body: toBody(valid),
              idempotencyKey,
            }),
          )
        : [];
    return mergeOutcomes(
      checked.map((one) => ("fact" in one ? null : one.rejected)),
      written,
    );
  }

  async #track<T>(write: Promise<T>): Promise<T> {
    this.#underWay.add(write);
    try {
      return await write;
    } finally {
      this.#underWay.delete(write);
    }
  }
}

/** Puts the outcomes of what was written between those that are known already, in the order given. */
export function mergeOutcomes(known: readonly (FactOutcome | null)[], written: readonly FactOutcome[]): FactOutcome[] {
  const outcomes = written.values();
  return known.map((outcome) => {
    const next = outcome ?? outcomes.next().value;
    if (!next) throw new TypeError("fewer outcomes than facts were written");
    return next;
  });
}

type CheckedFact = { readonly fact: Fact } | { readonly rejected: FactOutcome };

function checkFact(given: unknown): CheckedFact {
  const { data, error } = fact.safeParse(given);
  if (data) return { fact: data };
  return {
    rejected: {
      status: "REJECTED",
      code: "BAD_USER_INPUT",
      message: describeProblems(error, given, "fact"),
      details: { problems: error.issues.length },
    },
  };
}

/** Facts take the role of whoever may send any; a policy decides what may be deployed, and so takes a stronger one. */
function requireRoleOf({ name, roles }: Principal, checked: CheckedFact): CheckedFact {
  const isPolicy =
    "fact" in checked && checked.fact.operation === "defineEndpoint" && checked.fact.input.policy != null;
  if (!isPolicy || roles.has("admin")) return checked;
  return {
    rejected: {
      status: "REJECTED",
      code: "FORBIDDEN",
      message: `policy takes the role admin, which ${name} does not have; leave it out, or ask an admin`,
      details: { role: "admin" },
    },
  };
}

function toDraftable(one: Fact): DraftableFact {
  return { operation: one.operation, draft: (resolve) => draftFact(one, resolve) };
}

/** As plain JSON, which is what the digest of a request is taken of: GraphQL's inputs are objects of classes. */
function toBody(facts: readonly Fact[]): unknown {
  return JSON.parse(JSON.stringify(facts));
}
