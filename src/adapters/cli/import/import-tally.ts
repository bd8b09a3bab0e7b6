import type { StoreProblem } from "../../importers/mlflow/mlflow-store.js";
import type { Outcome } from "../client/api-client.js";
import { type BatchFact, isSameThing } from "./fact-batches.js";
import { registeredVersion } from "./refused-version.js";

export type Operation = BatchFact["operation"];

/** Counts of the outcomes of one kind. */
export interface KindTally {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

/** Counts the outcomes of an import. Counts things, not facts, since a run may take several facts. */
export class ImportTally {
  readonly kinds = new Map<Operation, KindTally>();
  readonly problems: StoreProblem[] = [];
  problemCount = 0;
  /** Reported values that differ from recorded ones, which stay. */
  readonly warnings: StoreProblem[] = [];
  warningCount = 0;
  /** Ids of versions whose registration was refused. */
  readonly refusedVersions = new Set<string>();
  /** Number of things that refer to deleted nodes. They are recorded, since they happened. */
  usingDeletedCount = 0;
  readonly #keptProblems: number;

  /** Keeps at most this many problems and warnings; all others are only counted. */
  constructor(keptProblems: number) {
    this.#keptProblems = keptProblems;
  }

  /** Number of things that were not rejected. */
  get importedCount(): number {
    return [...this.kinds.values()].reduce((sum, kind) => sum + kind.new + kind.changed + kind.unchanged, 0);
  }

  get readCount(): number {
    return [...this.kinds.values()].reduce((sum, { read }) => sum + read, 0);
  }

  addProblem(problem: StoreProblem): void {
    this.problemCount += 1;
    if (this.problems.length < this.#keptProblems) this.problems.push(problem);
  }

  addWarning(warning: StoreProblem): void {
    this.warningCount += 1;
    if (this.warnings.length < this.#keptProblems) this.warnings.push(warning);
  }

  addRead(batch: readonly BatchFact[]): void {
    for (const [first] of things(batch)) this.#kind(first.operation).read += 1;
  }

  addOutcomes(batch: readonly BatchFact[], outcomes: readonly Outcome[]): void {
    let index = 0;
    for (const facts of things(batch)) {
      const received = outcomes.slice(index, (index += facts.length));
      this.#kind(facts[0].operation)[summarize(received)] += 1;
      if (received.some((outcome) => outcome.status !== "REJECTED" && outcome.tombstoned)) this.usingDeletedCount += 1;
      facts.forEach((fact, position) => this.#addOutcome(fact, received[position]));
    }
  }

  #addOutcome(fact: BatchFact, outcome: Outcome | undefined): void {
    if (outcome?.status !== "REJECTED") {
      for (const { message } of outcome?.warnings ?? []) this.addWarning({ ...fact.origin, why: message });
      return;
    }
    this.addProblem({ ...fact.origin, why: `${outcome.message} (${outcome.code})` });
    if (fact.operation === "registerModelVersion") this.refusedVersions.add(registeredVersion(fact));
  }

  #kind(operation: Operation): KindTally {
    const known = this.kinds.get(operation);
    if (known) return known;
    const added: KindTally = { read: 0, new: 0, changed: 0, unchanged: 0, rejected: 0 };
    this.kinds.set(operation, added);
    return added;
  }
}

function summarize(outcomes: readonly Outcome[]): "new" | "changed" | "rejected" | "unchanged" {
  const has = (status: Outcome["status"]): boolean => outcomes.some((outcome) => outcome.status === status);
  if (has("NEW")) return "new";
  if (has("CHANGED")) return "changed";
  return has("REJECTED") ? "rejected" : "unchanged";
}

/** Groups the facts of a batch by the thing that they are about. */
function things(batch: readonly BatchFact[]): [BatchFact, ...BatchFact[]][] {
  const groups: [BatchFact, ...BatchFact[]][] = [];
  for (const fact of batch) {
    const last = groups.at(-1);
    if (last && isSameThing(last[0], fact)) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
}
