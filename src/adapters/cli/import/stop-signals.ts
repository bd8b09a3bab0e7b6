import { type ExitCode, exitCode } from "../exit-code.js";

/** SIGINT and SIGTERM as requests to stop cleanly. */
export interface StopSignals {
  readonly stopped: AbortSignal;
  /** The exit code of the received signal; null if there was none. */
  readonly code: () => ExitCode | null;
  readonly release: () => void;
}

/** The first signal requests a clean stop; the second one ends the process immediately. */
export function catchStopSignals(onStop: () => void): StopSignals {
  const controller = new AbortController();
  let code: ExitCode | null = null;
  const handle = (signal: NodeJS.Signals): void => {
    const ofSignal = signal === "SIGINT" ? exitCode.interrupted : exitCode.terminated;
    if (code !== null) process.exit(ofSignal);
    code = ofSignal;
    controller.abort();
    onStop();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, handle);
  return {
    stopped: controller.signal,
    code: () => code,
    release: () => signals.forEach((signal) => process.off(signal, handle)),
  };
}
