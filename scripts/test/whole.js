import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runJest } from "./jest.js";

/** Fewer collections of short-lived objects: they took a sixth of the time of these steps. */
const youngGeneration = "--max-semi-space-size=64";
const steps = [
  ["types and lint", [youngGeneration, "scripts/test/check-sources.js"]],
  ["format", [youngGeneration, "node_modules/prettier/bin/prettier.cjs", "--check", "--log-level", "warn", "."]],
  ["build", ["scripts/make-ready.js"]],
];

/** `npm test`: types, format, lint and build in parallel, then every suite. Returns the exit code. */
export async function runWhole() {
  const startedAt = Date.now();
  process.stdout.write(`▸ ${steps.map(([name]) => name).join(", ")}\n`);
  const passed = await Promise.all(steps.map(runStep));
  const failed = steps.filter((_, index) => !passed[index]).map(([name]) => name);
  if (failed.length > 0) return fail(`${failed.join(", ")} failed`);
  process.stdout.write("▸ tests\n");
  return runAndCount([], { LINEAGE_TEST_BUILT: "1" }, startedAt);
}

/** `npm test -- <words>`: runs jest directly with these words. Returns the exit code. */
export const runSelected = (words) => runAndCount(words, {}, Date.now());

/** Prints why there are no results, with the last line that CI reads. Returns the exit code. */
export function fail(why) {
  process.stdout.write(`\n${why}\n0 passed, 1 failed\n`);
  return 1;
}

/** Runs a step and prints its output when it ends, because other steps run in parallel. Returns whether it passed. */
function runStep([name, args]) {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: "1" }) },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    child.on("close", (code) => {
      const outcome = code === 0 ? "passed" : "failed";
      process.stdout.write(`▸ ${name}: ${outcome} in ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n${output}`);
      resolve(code === 0);
    });
  });
}

async function runAndCount(words, environment, startedAt) {
  const scratch = mkdtempSync(join(tmpdir(), "lineage-test-"));
  const resultsFile = join(scratch, "results.json");
  try {
    const code = await runJest(["--json", `--outputFile=${resultsFile}`, ...words], environment);
    return report(code, resultsFile, startedAt);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function report(code, resultsFile, startedAt) {
  let results;
  try {
    results = JSON.parse(readFileSync(resultsFile, "utf8"));
  } catch {
    return fail("jest ended without results");
  }
  // A suite that could not start has no failed test, but must count as failed.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : "";
  process.stdout.write(
    `\n${results.numTotalTestSuites} suites in ${Math.round((Date.now() - startedAt) / 1000)} s\n${results.numPassedTests} passed, ${failed} failed${skipped}\n`,
  );
  return code === 0 && failed === 0 && results.numPassedTests > 0 ? 0 : 1;
}
