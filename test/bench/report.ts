import { loadavg } from "node:os";
import type { Times } from "./measure.js";

/** One line of the table. */
export interface Finding {
  /** The number of the budget; empty without one. */
  readonly id: string;
  readonly what: string;
  /** The reference and the value: times, or a text. */
  readonly base: string | Times;
  readonly measured: string | Times;
  readonly value: string;
  readonly must: string;
  /** Null without a budget. */
  readonly isMet: boolean | null;
}

/** Prints each line of the table at once, so that an interrupted run shows its results. */
export class Report {
  readonly #say: (line: string) => void;

  constructor(say: (line: string) => void) {
    this.#say = say;
    say("| # | what | beside | API | value | must | | load |");
    say("| --- | --- | --- | --- | --- | --- | --- | --- |");
  }

  add({ id, what, base, measured, value, must, isMet }: Finding): void {
    const verdict = isMet === null ? "" : isMet ? "met" : "**missed**";
    this.#say(
      `| ${[id, what, show(base), show(measured), value, must, verdict, (loadavg()[0] ?? 0).toFixed(1)].join(" | ")} |`,
    );
  }

  /** A line whose value is the ratio of the medians. */
  addRatio(id: string, what: string, [base, measured]: readonly Times[], most: number | null): void {
    if (!base || !measured) throw new Error(`${what} was not measured`);
    const ratio = measured.p50 / base.p50;
    this.add({
      id,
      what,
      base,
      measured,
      value: ratio.toFixed(2),
      must: most === null ? "" : `≤ ${most}`,
      isMet: most === null ? null : ratio <= most,
    });
  }
}

function show(shown: string | Times): string {
  if (typeof shown === "string") return shown;
  return [shown.p50, shown.p95, shown.max].map((time) => time.toFixed(time < 100 ? 1 : 0)).join(" / ");
}
