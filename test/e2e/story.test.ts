import { spawn, spawnSync } from "node:child_process";
import { text } from "node:stream/consumers";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { cliProgram } from "../support/run-cli.js";
import { type TestApp, startTestApp } from "../support/test-app.js";

/*
 * The README's story, as it stands there: each command is run in its order by a shell, in an empty folder, and what the
 * README shows of its output must be in its output. Names get a mark, since others may tell the story in this database.
 */
const root = join(import.meta.dirname, "../..");
const mark = randomBytes(4).toString("hex");
const folder = mkdtempSync(join(tmpdir(), "lineage-story-"));
const hasTools = ["git", "python3"].every((program) => spawnSync(program, ["--version"]).status === 0);
let app: TestApp;

beforeAll(async () => void (app = await startTestApp()));
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Step {
  readonly command: string;
  readonly exitCode: number;
  readonly shown: string[];
}

const unmarked = (
  readFileSync(join(root, "README.md"), "utf8")
    .split("\n## ")
    .find((section) => section.startsWith("The day something goes wrong")) ?? ""
)
  .split("\n")
  .filter((line) => line.startsWith("    "))
  .map((line) => line.slice(4));
const lines = unmarked.map((line) =>
  line.replaceAll("fraud", `fraud-${mark}`).replaceAll("payments.csv", `payments-${mark}.csv`),
);
const setUp = lines.slice(
  0,
  lines.findIndex((line) => line.startsWith("$ ")),
);

function readSteps(): Step[] {
  const steps: Step[] = [];
  for (const line of lines.slice(setUp.length)) {
    const [, command, exitCode] = /^\$ (.*?)(?: +# exit code (\d+))?$/.exec(line) ?? [];
    if (command !== undefined) steps.push({ command, exitCode: Number(exitCode ?? 0), shown: [] });
    else steps.at(-1)?.shown.push(line);
  }
  return steps;
}

/** Columns are as wide as what is in them, and `…` stands for what the README leaves out. */
function asPattern(shown: string): RegExp {
  const parts = shown
    .trim()
    .split("…")
    .map((part) =>
      part
        .trim()
        .split(/\s+/)
        .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join("\\s+"),
    );
  return new RegExp(parts.join(".*"));
}

test("the story has its chapters", () => {
  expect(setUp.length).toBeGreaterThan(5);
  const commands = readSteps().map(({ command }) => command.split(" ").slice(0, 2).join(" "));
  for (const chapter of [
    "record",
    "release",
    "compare",
    "rollback",
    "recall",
    "served",
    "deletion",
    "reproduce",
    "ledger",
  ])
    expect(commands).toContain(`lineage ${chapter}`);
});

(hasTools ? test : test.skip)(
  "every command of it ends as it says, and answers what is shown",
  async () => {
    writeFileSync(join(folder, "lineage"), `#!/bin/sh\nexec ${[process.execPath, ...cliProgram].join(" ")} "$@"\n`);
    chmodSync(join(folder, "lineage"), 0o755);
    const steps = readSteps();
    const script = [
      "git config --global user.name Story && git config --global user.email story@example.com",
      ...setUp,
      ...steps.flatMap(({ command }, index) => [`echo "=== ${index}"`, command, 'echo "=== ended $?"']),
    ].join("\n");
    // Not synchronously: the server that answers is in this process.
    const shell = spawn("bash", ["-c", script], {
      cwd: folder,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        NODE_OPTIONS: "",
        HOME: folder,
        LINEAGE_URL: app.url,
        PATH: `${folder}${delimiter}${process.env.PATH}`,
      },
    });
    const [stdout, stderr] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
    steps.forEach(({ command, exitCode, shown }, index) => {
      const [, output = "", ended] = new RegExp(`=== ${index}\\n([^]*?)=== ended (\\d+)`).exec(stdout) ?? [];
      expect({ command, ended: Number(ended), stderr: Number(ended) === exitCode ? "" : stderr }).toEqual({
        command,
        ended: exitCode,
        stderr: "",
      });
      for (const line of shown) expect(`${output}${stderr}`).toMatch(asPattern(line));
    });
  },
  240_000,
);
