import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Example, examplesOf, isShownBy } from "../support/doc-examples.js";
import { projectRoot, readDocuments } from "../support/markdown.js";
import { type ServerOnOwnNeo4j, startServerOnOwnNeo4j } from "../support/own-neo4j.js";
import { ShellSession } from "../support/shell-session.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/*
 * Runs every example of the README and the other documents, and every example operation, as a reader would: in their
 * order, against the example that a first start loads. This suite has its own database, because in a shared one the same
 * names refer to more things. One server answers for all documents, since each start takes seconds.
 */

/** What cannot be executed here, by its first words, and why. */
const notExecuted: Readonly<Record<string, string>> = {
  "npm start": "it starts the server that all other examples use; test/e2e/start.test.ts runs it",
  "npm link": "it changes npm's global folder",
  "docker compose": "there is no Docker engine; test/unit/start/docker-compose.test.ts checks the file",
};
/** Commands that ask for confirmation, and how they end without a terminal. */
const unconfirmed: Readonly<Record<string, number>> = { "lineage rollback churn-api": 1 };

/** Commands that correctly find nothing, because no recording is pending while the server runs. */
const withoutResult = /^lineage sync\b/;

const documentedUrl = "http://127.0.0.1:4000";
const tools = ["git", "python3", "curl"].filter((program) => spawnSync(program, ["--version"]).status !== 0);
/** Commands in sentences that several documents have are executed once. */
const executedElsewhere = new Set<string>();
const documents = readDocuments()
  .map((document) => ({ path: document.path, examples: examplesOf(document).filter(isFirst) }))
  .filter(({ examples }) => examples.length > 0);
const examples = documents.flatMap((document) => document.examples);

let running: ServerOnOwnNeo4j;
beforeAll(async () => {
  // The speed of the machine must not affect the result: on a slow one, the plan of the first query takes seconds.
  const patience = { LINEAGE_MAX_CLOSURE_MS: "60000", LINEAGE_REQUEST_TIMEOUT_MS: "60000" };
  running = await startServerOnOwnNeo4j({ LINEAGE_EXAMPLE: "on", ...patience });
});
afterAll(() => running.end());

describe.each(documents)("$path", ({ examples: ofDocument }) => {
  const folder = temporaryFolder();
  let session: ShellSession;
  beforeAll(() => {
    for (const store of ["mlruns", "mlflow.db"])
      cpSync(join(projectRoot, "test/fixtures/mlflow", store), join(folder, store), { recursive: true });
    session = ShellSession.start(folder, { LINEAGE_URL: running.url });
  });
  afterAll(() => session.end());

  for (const example of ofDocument) {
    const runs = isExecuted(example) && tools.every((tool) => !textOf(example).includes(tool));
    (runs ? test : test.skip)(`${example.place} ${textOf(example).split("\n")[0]}`, () => check(session, example));
  }
});

async function check(session: ShellSession, example: Example): Promise<void> {
  switch (example.kind) {
    case "script":
      expect(await session.runScript(withUrl(example.script))).toMatchObject({ code: 0 });
      break;
    case "operation": {
      const { status, body } = await ask(example.query);
      expect({ status, body }).toEqual({ status: 200, body: example.answer ?? { data: expect.anything() } });
      break;
    }
    case "command": {
      const { command, shown, isInline } = example;
      const { code, output } = await session.run(withUrl(command));
      expect({ code, output }).toEqual({ code: unconfirmed[command] ?? example.exitCode, output: expect.anything() });
      if (shown.length > 0 && !isShownBy(shown.map(withUrl), output)) expect(output).toBe(shown.join("\n"));
      if (isInline && !withoutResult.test(command)) expect(output).not.toMatch(/^($|no |nothing |0 )/i);
    }
  }
}

function textOf(example: Example): string {
  if (example.kind === "command") return example.command;
  return example.kind === "script" ? example.script : example.query;
}

function isFirst(example: Example): boolean {
  if (example.kind !== "command" || !example.isInline) return true;
  const isNew = !executedElsewhere.has(example.command);
  executedElsewhere.add(example.command);
  return isNew;
}

function isExecuted(example: Example): boolean {
  return !Object.keys(notExecuted).some((words) => textOf(example).includes(words));
}

const withUrl = (text: string): string => text.replaceAll(documentedUrl, running.url);

async function ask(query: string): Promise<{ status: number; body: { data?: object } }> {
  const response = await fetch(`${running.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return { status: response.status, body: (await response.json()) as { data?: object } };
}

test("the documents have examples of every kind, and the list of exceptions names existing ones only", () => {
  const commands = examples.flatMap((example) => (example.kind === "command" ? [example] : []));
  const recipes = commands.filter(({ isInline }) => isInline);
  expect(recipes.length).toBeGreaterThanOrEqual(15);
  expect(new Set(recipes.map(({ command }) => command.split(" ")[1])).size).toBeGreaterThanOrEqual(10);
  for (const kind of ["operation", "script"]) expect(examples.map((example) => example.kind)).toContain(kind);
  for (const words of Object.keys(notExecuted))
    expect(examples.some((example) => textOf(example).includes(words)) ? [] : [words]).toEqual([]);
  for (const command of Object.keys(unconfirmed)) expect(commands.map((each) => each.command)).toContain(command);
});

test("the README's story has its chapters", () => {
  const readme = documents.find(({ path }) => path === "README.md")?.examples ?? [];
  const commands = readme.map((example) => textOf(example).split(" ").slice(0, 2).join(" "));
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

const operations = readdirSync(join(projectRoot, "schema/examples")).sort();
test.each(operations)("%s has an answer with values", async (file) => {
  const { status, body } = await ask(readFileSync(join(projectRoot, "schema/examples", file), "utf8"));
  expect({ status, body }).toEqual({ status: 200, body: { data: expect.anything() } });
  expect(Object.entries(body.data ?? {}).filter(([, answer]) => leavesOf(answer) < 2)).toEqual([]);
});

/** The number of values that are not empty. */
function leavesOf(value: unknown): number {
  if (value === null || value === undefined || value === "" || value === false || value === 0) return 0;
  if (typeof value !== "object") return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + leavesOf(part), 0);
}
