import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { becomesTrue } from "../support/becomes-true.js";

const execute = promisify(execFile);

/*
 * The real scripts in a small checkout: its build copies one file and records that it ran; its main prints its input.
 */
const build = `import fs from "node:fs";
fs.appendFileSync("builds", "x");
if (fs.existsSync("slow")) await new Promise((resolve) => setTimeout(resolve, 60_000));
if (fs.existsSync("broken")) throw new Error("the sources do not compile");
fs.mkdirSync("dist", { recursive: true });
fs.copyFileSync("src/main.js", "dist/main.js");`;
const main = `console.log(JSON.stringify(process.argv.slice(2)));
if (process.argv[2] === "serve") {
  const timer = setInterval(() => {}, 1_000);
  process.on("SIGTERM", () => { clearInterval(timer); console.log("finished"); process.exitCode = 5; });
} else process.exitCode = Number(process.argv[3] ?? 0);`;

let template = "";
let checkout = "";

/** A package for npm to install, created here so that nothing is downloaded. */
beforeAll(async () => {
  template = await mkdtemp(join(tmpdir(), "lineage start ü "));
  await cp(join(import.meta.dirname, "../../scripts"), join(template, "scripts"), { recursive: true });
  for (const folder of ["src", "schema/examples", "cypher", "tiny"])
    await mkdir(join(template, folder), { recursive: true });
  await writeFile(join(template, "tiny/package.json"), JSON.stringify({ name: "tiny", version: "1.0.0" }));
  await execute("npm", ["pack", "./tiny"], { cwd: template });
  await writeFile(
    join(template, "package.json"),
    JSON.stringify({
      name: "small",
      version: "1.0.0",
      type: "module",
      engines: { node: ">=20.19" },
      scripts: { build: "node build.js" },
      dependencies: { tiny: "file:tiny-1.0.0.tgz" },
    }),
  );
  await execute("npm", ["install", "--package-lock-only"], { cwd: template });
  await writeFile(join(template, "build.js"), build);
  await writeFile(join(template, "src/main.js"), main);
});

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), "lineage start ü "));
  await cp(template, checkout, { recursive: true });
});

afterEach(() => rm(checkout, { recursive: true, force: true }));
afterAll(() => rm(template, { recursive: true, force: true }));

function start(...args: string[]) {
  const child = spawn(process.execPath, [join(checkout, "scripts/start.js"), ...args], {
    cwd: tmpdir(),
    stdio: ["ignore", "pipe", "pipe"],
  });
  const outcome = {
    child,
    stdout: "",
    stderr: "",
    exitCode: once(child, "close").then(([code]) => code as number | null),
  };
  child.stdout.on("data", (chunk: Buffer) => (outcome.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (outcome.stderr += chunk.toString()));
  return outcome;
}

const timesBuilt = async () => (await readFile(join(checkout, "builds"), "utf8")).length;

test("a fresh checkout is installed and built once; arguments and exit code pass through, stdout is main's alone", async () => {
  const first = start("--print-config", "3");
  expect(await first.exitCode).toBe(3);
  expect(first.stdout).toBe('["--print-config","3"]\n');
  expect(first.stderr).toMatch(/^Installing packages …\nPackages installed in \d+ s\nBuilding …\nBuilt in \d+ s\n$/);

  const second = start("again");
  expect(await second.exitCode).toBe(0);
  expect(second.stderr).toBe("");

  await rm(join(checkout, "node_modules/.lineage-start"));
  await rm(join(checkout, "node_modules/.package-lock.json")); // As an interrupted installation leaves it.
  const repaired = start();
  expect(await repaired.exitCode).toBe(0);
  expect(repaired.stderr).toMatch(/^Installing packages …\nPackages installed in \d+ s\n$/);

  await utimes(join(checkout, "src/main.js"), new Date(), new Date());
  expect(await start().exitCode).toBe(0);
  expect(await timesBuilt()).toBe(1);

  await writeFile(join(checkout, "src/main.js"), 'console.log("changed");');
  const changed = start();
  expect(await changed.exitCode).toBe(0);
  expect(changed.stdout).toBe("changed\n");
  expect(await timesBuilt()).toBe(2);
});

test("a failing build shows npm's output, starts nothing and is retried", async () => {
  await writeFile(join(checkout, "broken"), "");
  const broken = start();
  expect(await broken.exitCode).toBe(1);
  expect(broken.stdout).toBe("");
  expect(broken.stderr).toContain("the sources do not compile");
  expect(broken.stderr).toContain("npm run build failed (exit code 1); its output is above.");

  await rm(join(checkout, "broken"));
  expect(await start().exitCode).toBe(0);
});

test("SIGTERM reaches main, and the start waits for its end", async () => {
  const serving = start("serve");
  await becomesTrue("main runs", () => serving.stdout !== "");
  serving.child.kill("SIGTERM");
  expect(await serving.exitCode).toBe(5);
  expect(serving.stdout).toBe('["serve"]\nfinished\n');
});

test("a start stopped or killed during the build leaves neither a process nor a lock", async () => {
  await writeFile(join(checkout, "slow"), "");
  const stopped = start();
  await becomesTrue("the build runs", () => existsSync(join(checkout, "builds")));
  stopped.child.kill("SIGINT");
  expect(await stopped.exitCode).toBe(130);
  expect(existsSync(join(checkout, ".start-lock"))).toBe(false);

  await rm(join(checkout, "builds"));
  const killed = start();
  await becomesTrue("the build runs again", () => existsSync(join(checkout, "builds")));
  killed.child.kill("SIGKILL");
  // The output closes when the last process that holds it, the build itself, has ended.
  expect(await killed.exitCode).toBeNull();

  await rm(join(checkout, "slow"));
  const next = start();
  expect(await next.exitCode).toBe(0);
  expect(next.stderr).toContain("waiting for it");
});

test("concurrent starts build one after the other", async () => {
  const both = [start("a"), start("b")];
  expect(await Promise.all(both.map(({ exitCode }) => exitCode))).toEqual([0, 0]);
  expect(both.map(({ stdout }) => stdout).sort()).toEqual(['["a"]\n', '["b"]\n']);
  expect(await timesBuilt()).toBe(1);
});
