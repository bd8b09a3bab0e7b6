import { spawn } from "node:child_process";

/** Test databases live for seconds or minutes. Otherwise, most of their CPU time would go into code optimization. */
const javaOptions = ["-XX:TieredStopAtLevel=1", process.env.JDK_JAVA_OPTIONS ?? ""].join(" ").trim();

/** Runs jest in a child process and returns its exit code. A signal that ends this process ends jest first. */
export function runJest(args, environment = {}) {
  const child = spawn(
    process.execPath,
    ["--experimental-vm-modules", "--disable-warning=ExperimentalWarning", "node_modules/jest/bin/jest.js", ...args],
    { stdio: "inherit", env: { ...process.env, NODE_OPTIONS: "", JDK_JAVA_OPTIONS: javaOptions, ...environment } },
  );
  // Ctrl-C also reaches jest, which is in the same process group. This process only waits for its end.
  const wait = () => undefined;
  const forward = (signal) => child.kill(signal);
  process.on("SIGINT", wait).on("SIGTERM", forward).on("SIGHUP", forward);
  return new Promise((resolve) => {
    child.on("exit", (code) => {
      process.off("SIGINT", wait).off("SIGTERM", forward).off("SIGHUP", forward);
      resolve(code ?? 1);
    });
  });
}
