import type { WriteStream } from "node:tty";
import type { SingleBar } from "cli-progress";
import { createProgressBar } from "../format/progress-bar.js";
import { formatCount } from "../format/words.js";

/** A progress bar for an import. Draws nothing if there is no terminal. */
export class ImportProgressBar {
  readonly #bar: SingleBar | null;
  readonly #begun = performance.now();
  #note = "";

  constructor(stream: WriteStream | null, recordCount: number) {
    this.#bar =
      stream &&
      createProgressBar(stream, {
        format: "importing {bar} {percentage}%  {value}/{total} records  {rate}/s  {note}",
        isRemovedAtEnd: false,
      });
    this.#bar?.start(recordCount, 0, { rate: "0 facts", note: "" });
  }

  /** Updates the number of records read and the number of facts acknowledged by the server. */
  update(recordsRead: number, factsWritten: number): void {
    const seconds = (performance.now() - this.#begun) / 1_000;
    this.#bar?.update(recordsRead, {
      rate: `${formatCount(Math.round(factsWritten / seconds))} facts`,
      note: this.#note,
    });
  }

  /** Shows a note beside the bar until the next note. */
  note(text: string): void {
    this.#note = text;
    this.#bar?.update({ note: text });
  }

  stop(): void {
    this.#bar?.stop();
  }
}
