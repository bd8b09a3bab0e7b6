import type { StoreProblem } from "../../importers/mlflow/index.js";
import type { Outcome } from "../client/api-client.js";
import { type BatchFact, isSameThing } from "./fact-batches.js";

export type Operation = BatchFact["operation"];

/** What became of the things of one kind. */
export interface KindTally {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

/** Counts what an import did. Things are counted, not facts: a run may take several. */
export class ImportTally {
  readonly kinds = new Map<Operation, KindTally>();
  readonly problems: StoreProblem[] = [];
  problemCount = 0;
  /** Things that use or name what was deleted: recorded, since it happened, and a reason to look. */
  usingDeletedCount = 0;
  readonly #keptProblems: number;

  /** Of more problems than are to be kept, only the number is. */
  constructor(keptProblems: number) {
    this.#keptProblems = keptProblems;
  }

  /** Things that the server took, or would have: all but the rejected ones. */
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

  addRead(batch: readonly BatchFact[]): void {
    for (const [first] of things(batch)) this.#kind(first.operation).read += 1;
  }

  addOutcomes(batch: readonly BatchFact[], outcomes: readonly Outcome[]): void {
    let index = 0;
    for (const facts of things(batch)) {
      const told = outcomes.slice(index, (index += facts.length));
      this.#kind(facts[0].operation)[summarize(told)] += 1;
      if (told.some((outcome) => outcome.status !== "REJECTED" && outcome.tombstoned)) this.usingDeletedCount += 1;
      for (const outcome of told) {
        if (outcome.status === "REJECTED")
          this.addProblem({ ...facts[0].origin, why: `${outcome.message} (${outcome.code})` });
      }
    }
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

/** The facts of a batch, those on one thing together. */
function things(batch: readonly BatchFact[]): [BatchFact, ...BatchFact[]][] {
  const groups: [BatchFact, ...BatchFact[]][] = [];
  for (const fact of batch) {
    const last = groups.at(-1);
    if (last && isSameThing(last[0], fact)) last.push(fact);
    else groups.push([fact]);
  }
  return groups;
}
