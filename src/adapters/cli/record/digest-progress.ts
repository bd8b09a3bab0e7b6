import type { WriteStream } from "node:tty";
import type { SingleBar } from "cli-progress";
import { createProgressBar } from "../format/progress-bar.js";
import { formatBytes } from "../format/words.js";

/** Smaller data is read before a progress bar would be noticed. */
const smallestShown = 64 * 1024 * 1024;

/** A progress bar for reading large data. Draws nothing if there is no terminal. */
export class DigestProgress {
  readonly #stream: WriteStream | null;
  #bar: SingleBar | null = null;

  constructor(stream: WriteStream | null) {
    this.#stream = stream;
  }

  /** Updates the progress of reading a path. */
  update(path: string, doneBytes: number, totalBytes: number): void {
    if (!this.#stream || totalBytes < smallestShown) return;
    if (!this.#bar) {
      this.#bar = createProgressBar(this.#stream, {
        format: "reading {path} {bar} {percentage}%  {done} of {size}  {eta_formatted}",
      });
      this.#bar.start(totalBytes, 0, { path, size: formatBytes(totalBytes), done: formatBytes(0) });
    }
    this.#bar.update(doneBytes, { done: formatBytes(doneBytes) });
    if (doneBytes >= totalBytes) this.stop();
  }

  /** Removes the bar, so that others can write to the terminal. */
  stop(): void {
    this.#bar?.stop();
    this.#bar = null;
  }
}
