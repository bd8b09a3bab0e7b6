import type { WriteStream } from "node:tty";
import { Presets, SingleBar } from "cli-progress";

export interface ProgressBarOptions {
  /** Text of the line, with the placeholders of cli-progress. */
  readonly format: string;
  /** Whether the line is removed at the end. Defaults to true. */
  readonly isRemovedAtEnd?: boolean;
}

/** Creates a progress bar in the style of the CLI. */
export function createProgressBar(
  stream: WriteStream,
  { format, isRemovedAtEnd = true }: ProgressBarOptions,
): SingleBar {
  return new SingleBar(
    { stream, format, barsize: 25, fps: 5, clearOnComplete: isRemovedAtEnd },
    Presets.shades_classic,
  );
}
