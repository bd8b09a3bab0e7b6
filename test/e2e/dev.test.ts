import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { becomesTrue } from "../support/becomes-true.js";
import { projectRoot } from "../support/markdown.js";
import { testDatabase } from "../support/test-app.js";

/* `npm run dev` in a copy of the checkout, whose sources the tests change as a person does. */

const checkout = mkdtempSync(join(tmpdir(), "lineage-dev-"));
const source = "src/catalog/dataset/dataset.type.ts";
const description = "A named collection of data. Each immutable state of it is a snapshot.";
let development: ChildProcess;
let printed = "";
let api = "";
let page = "";

beforeAll(async () => {
  for (const name of ["package.json", "package-lock.json", "scripts", "src", "cypher", "schema", "shell"])
    cpSync(join(projectRoot, name), join(checkout, name), { recursive: true });
  symlinkSync(join(projectRoot, "node_modules"), join(checkout, "node_modules"));
  const { uri, user, password, database } = testDatabase();
  development = spawn(process.execPath, ["scripts/dev.js"], {
    cwd: checkout,
    env: {
      ...process.env,
      NODE_OPTIONS: "",
      PORT: "0",
      LINEAGE_EXAMPLE: "off",
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
    },
  });
  for (const stream of [development.stdout, development.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => (printed += text));
  await printsSoon("Started: the API is ready");
  api = /API +(http\S+)/.exec(printed)?.[1] ?? "";
  page = /page +(http\S+)/.exec(printed)?.[1] ?? "";
});
afterAll(async () => {
  const ended = once(development, "exit");
  development.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  rmSync(checkout, { recursive: true, force: true });
});

async function printsSoon(text: string, after = 0): Promise<void> {
  await becomesTrue(`it prints "${text}"; it printed: ${printed}`, () => {
    if (development.exitCode !== null) throw new Error(`npm run dev ended: ${printed}`);
    return printed.includes(text, after);
  });
}

/** Changes a file of the copy, and waits for what is then printed. */
async function change(file: string, edit: (text: string) => string, printedThen: string): Promise<void> {
  const path = join(checkout, file);
  const before = printed.length;
  writeFileSync(path, edit(readFileSync(path, "utf8")));
  await printsSoon(printedThen, before);
}

async function describeType(name: string, address = api): Promise<string> {
  const query = `{ __type(name: "${name}") { description } }`;
  const response = await fetch(address, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  const answer = (await response.json()) as { data: { __type: { description: string } } };
  return answer.data.__type.description;
}

test("a saved description is answered once the API has restarted; a file that does not parse leaves the API as it is", async () => {
  expect(await describeType("Dataset")).toBe(description);

  await change(source, (text) => text.replace(description, "Changed."), `${source} changed: the API is ready`);
  expect(await describeType("Dataset")).toBe("Changed.");

  await change(source, (text) => `${text}\nclass {`, `${source} does not parse`);
  expect(await describeType("Dataset")).toBe("Changed.");

  await change(source, (text) => text.replace("\nclass {", ""), `${source} changed: the API is ready`);
  expect(await describeType("Dataset")).toBe("Changed.");
});

test("the playground is served from its sources, passes its questions to the API and updates in place", async () => {
  const load = async (path: string): Promise<string> => (await fetch(new URL(path, page))).text();
  expect(await load("")).toContain("/playground/@vite/client");
  // React's fast refresh keeps the page and the text in its editors.
  expect(await load("playground.tsx")).toContain("@react-refresh");
  expect(await describeType("Dataset", new URL("/graphql", page).href)).toBe(await describeType("Dataset"));
});
