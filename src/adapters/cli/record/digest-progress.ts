import type { WriteStream } from "node:tty";
import { Presets, SingleBar } from "cli-progress";
import { formatBytes } from "../format/words.js";

/** Below this, reading is over before a bar can be read. */
const smallestShown = 64 * 1024 * 1024;

/** A bar on a terminal while large data is read; elsewhere nothing is drawn. */
export class DigestProgress {
  readonly #stream: WriteStream | null;
  #bar: SingleBar | null = null;

  constructor(stream: WriteStream | null) {
    this.#stream = stream;
  }

  /** How far the reading of a path is. */
  update(path: string, doneBytes: number, totalBytes: number): void {
    if (!this.#stream || totalBytes < smallestShown) return;
    if (!this.#bar) {
      this.#bar = new SingleBar(
        {
          stream: this.#stream,
          format: "reading {path} {bar} {percentage} %  {done} of {size}  {eta_formatted}",
          barsize: 25,
          fps: 5,
          clearOnComplete: true,
        },
        Presets.shades_classic,
      );
      this.#bar.start(totalBytes, 0, { path, size: formatBytes(totalBytes), done: formatBytes(0) });
    }
    this.#bar.update(doneBytes, { done: formatBytes(doneBytes) });
    if (doneBytes >= totalBytes) this.stop();
  }

  /** Leaves the terminal to others. */
  stop(): void {
    this.#bar?.stop();
    this.#bar = null;
  }
}
