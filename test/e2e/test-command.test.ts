import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/*
 * The real scripts in a small checkout with stub packages as tools: each records in `calls` how it was called, and
 * fails if a file `broken-<tool>` exists.
 */
const note = (tool: string) => `import fs from "node:fs";
fs.appendFileSync("calls", "${tool} " + process.argv.slice(2).join(" ") + "\\n");
if (fs.existsSync("broken-${tool}")) { console.log("${tool} found a mistake"); process.exit(1); }
`;
const jest = `${note("jest")}
const results = process.argv.find((word) => word.startsWith("--outputFile="))?.slice("--outputFile=".length);
const counts = { numTotalTestSuites: 2, numPassedTests: 7, numFailedTests: 0, numRuntimeErrorTestSuites: 0, numPendingTests: 1 };
if (results) fs.writeFileSync(results, JSON.stringify(counts));
`;
const tools = {
  "node_modules/prettier/bin/prettier.cjs": note("prettier").replace(
    'import fs from "node:fs"',
    'const fs = require("fs")',
  ),
  "node_modules/jest/bin/jest.js": jest,
};

let template = "";
let checkout = "";

beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), "lineage test ü "));
  await cp(join(import.meta.dirname, "../../scripts"), join(template, "scripts"), { recursive: true });
  for (const folder of ["src/adapters", "schema/examples", "cypher"])
    await mkdir(join(template, folder), { recursive: true });
  await writeFile(join(template, "scripts/test/check-sources.js"), note("check-sources"));
  await writeFile(join(template, "build.js"), `${note("build")}fs.mkdirSync("dist", { recursive: true });`);
  const dependencies: Record<string, string> = {};
  for (const [path, text] of Object.entries(tools)) {
    const [, name = "", ...file] = path.split("/");
    const folder = join(template, "packages", name);
    await mkdir(join(folder, dirname(file.join("/"))), { recursive: true });
    await writeFile(join(folder, file.join("/")), text);
    await writeFile(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", type: "module" }));
    await execute("npm", ["pack", `./packages/${name}`], { cwd: template });
    dependencies[name] = `file:${name}-1.0.0.tgz`;
  }
  const description = {
    name: "small",
    version: "1.0.0",
    type: "module",
    engines: { node: ">=20.19" },
    scripts: { build: "node build.js" },
    dependencies,
  };
  await writeFile(join(template, "package.json"), JSON.stringify(description));
  await execute("npm", ["install", "--package-lock-only"], { cwd: template });
});

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), "lineage test ü "));
  await cp(template, checkout, { recursive: true });
});

afterEach(() => rm(checkout, { recursive: true, force: true }));
afterAll(() => rm(template, { recursive: true, force: true }));

async function runTests(...words: string[]) {
  const child = spawn(process.execPath, [join(checkout, "scripts/test.js"), ...words], {
    cwd: checkout,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stderr, stdout, lastLine: stdout.trimEnd().split("\n").at(-1) };
}

const calls = async () => (await readFile(join(checkout, "calls"), "utf8")).trimEnd().split("\n");

test("npm test on a fresh clone installs, checks and builds, then runs every suite; its last line has the counts", async () => {
  const first = await runTests("test");
  expect(first).toMatchObject({ code: 0, lastLine: "7 passed, 0 failed, 1 skipped" });
  expect(first.stderr).toMatch(/^Installing packages …\nPackages installed in \d+ s\n$/);
  const called = await calls();
  expect(called.slice(0, -1).sort()).toEqual(["build ", "check-sources ", "prettier --check --log-level warn ."]);
  expect(called.at(-1)).toMatch(/^jest --json --outputFile=\S+$/);

  const second = await runTests("test");
  expect(second).toMatchObject({ code: 0, stderr: "" });
  expect((await calls()).filter((call) => call === "build ")).toHaveLength(1);
});

test("npm test -- <suite> runs jest directly, without checks and build", async () => {
  const run = await runTests("test", "test/api/impact.test.ts", "-t", "limit");
  expect(run).toMatchObject({ code: 0, lastLine: "7 passed, 0 failed, 1 skipped" });
  expect(await calls()).toEqual([
    expect.stringMatching(/^jest --json --outputFile=\S+ test\/api\/impact\.test\.ts -t limit$/),
  ]);
});

test("a failed check is named, and no suite runs", async () => {
  await writeFile(join(checkout, "broken-prettier"), "");
  const run = await runTests("test");
  expect(run).toMatchObject({ code: 1, lastLine: "0 passed, 1 failed" });
  expect(run.stdout).toContain("prettier found a mistake");
  expect(run.stdout).toContain("\nformat failed\n");
  expect((await calls()).some((call) => call.startsWith("jest"))).toBe(false);
});

test("packages that cannot be installed count as one failure", async () => {
  const description = join(checkout, "package.json");
  await writeFile(description, (await readFile(description, "utf8")).replace("jest-1.0.0.tgz", "absent-1.0.0.tgz"));
  const run = await runTests("test");
  expect(run).toMatchObject({ code: 1, lastLine: "0 passed, 1 failed" });
  expect(run.stderr).toContain("npm install --no-save failed");
});

test.each(["test", "test:unit", "test:watch", "test:faults", "test:races", "test:properties"])(
  "npm run %s -- --help prints its usage and runs nothing",
  async (name) => {
    const { code, stdout } = await runTests(name, "--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(name === "test" ? /^npm test / : new RegExp(`^npm run ${name} `));
    expect(existsSync(join(checkout, "node_modules"))).toBe(false);
  },
);

test("an unknown option of a longer run prints the usage and runs nothing", async () => {
  const { code, stderr } = await runTests("test:races", "--kills", "5");
  expect(code).toBe(1);
  expect(stderr).toContain("Unknown option '--kills'");
  expect(stderr).toContain("--rounds <n>");
});
