// `npm test`: types, lint and build (which checks the types of the sources) side by side, then every suite on a real Neo4j;
// the last line counts. Words after `--` go to jest.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const jestArguments = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "lineage-test-"));
const resultsFile = join(scratch, "results.json");

const steps = [
  ["types of the tests", ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "test"]],
  ["lint", ["node_modules/eslint/bin/eslint.js", "."]],
  ["build", ["scripts/build.js"]],
];

/** Runs a Node program to its end; answers with its exit code. */
function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("exit", (code) => resolve(code ?? 1));
  });
}

/** Runs a step; what it says is printed in one piece when it is through, as others run beside it. Answers whether it passed. */
function runStep([name, args]) {
  const began = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: "1" }) },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (said += text));
    child.on("close", (code) => {
      process.stdout.write(
        `▸ ${name}: ${code === 0 ? "passed" : "failed"} in ${((Date.now() - began) / 1000).toFixed(1)} s\n${said}`,
      );
      resolve(code === 0);
    });
  });
}

async function main() {
  const started = Date.now();
  const wanted = jestArguments.length > 0 ? steps.slice(-1) : steps;
  process.stdout.write(`▸ ${wanted.map(([name]) => name).join(", ")}\n`);
  const passed = await Promise.all(wanted.map(runStep));
  if (passed.includes(false))
    return fail(
      `${wanted
        .filter((_, index) => !passed[index])
        .map(([name]) => name)
        .join(", ")} failed`,
    );
  process.stdout.write("▸ tests\n");
  const code = await run(
    [
      "--experimental-vm-modules",
      "--disable-warning=ExperimentalWarning",
      "node_modules/jest/bin/jest.js",
      "--json",
      `--outputFile=${resultsFile}`,
      ...jestArguments,
    ],
    { NODE_OPTIONS: "", LINEAGE_TEST_BUILT: "1" },
  );
  return report(code, started);
}

function fail(why) {
  process.stdout.write(`\n${why}\n0 passed, 1 failed\n`);
  return 1;
}

function report(code, started) {
  let results;
  try {
    results = JSON.parse(readFileSync(resultsFile, "utf8"));
  } catch {
    return fail("jest ended without results");
  }
  // A suite that could not even start has no failed test of its own, and must not pass for that.
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : "";
  process.stdout.write(
    `\n${results.numTotalTestSuites} suites in ${Math.round((Date.now() - started) / 1000)} s\n${results.numPassedTests} passed, ${failed} failed${skipped}\n`,
  );
  return code === 0 && failed === 0 && results.numPassedTests > 0 ? 0 : 1;
}

main()
  .then((code) => (process.exitCode = code))
  .finally(() => rmSync(scratch, { recursive: true, force: true }));
