import { readFileSync, readdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerOnOwnNeo4j, startServerOnOwnNeo4j } from "../support/own-neo4j.js";
import { runCli } from "../support/run-cli.js";

/*
 * The README's recipes and the playground's operations as they stand there, asked of the example that a first start
 * loads: in a database of their own, since in the others' the same names mean more things.
 */
const root = join(import.meta.dirname, "../..");
let running: ServerOnOwnNeo4j;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lineage-recipes-"));
  running = await startServerOnOwnNeo4j({ LINEAGE_EXAMPLE: "on" });
}, 240_000);
afterAll(async () => {
  await running.end();
  await rm(folder, { recursive: true, force: true });
});

const table = (
  readFileSync(join(root, "README.md"), "utf8")
    .split("\n## ")
    .find((section) => section.startsWith("Recipes")) ?? ""
)
  .split("\n")
  .filter((line) => line.startsWith("| "))
  .slice(2);
/** The commands that are whole, each with what the recipe says after it. */
const recipes = table
  .flatMap((row) =>
    [...row.matchAll(/`lineage ([^`]*)`([^`·]*)/g)].map(([, words = "", after = ""]) => ({ words, after })),
  )
  .filter(({ words }) => words.includes(" ") && !words.includes("…"));

/** Parts a command as a shell does: at blanks outside double quotes. */
const partsOf = (words: string): string[] =>
  [...words.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");

test("recipes are found in the README", () => {
  expect(recipes.length).toBeGreaterThanOrEqual(15);
  expect(new Set(recipes.map(({ words }) => words.split(" ")[0])).size).toBeGreaterThanOrEqual(10);
});

test("each recipe answers as it stands there", async () => {
  for (const { words, after } of recipes) {
    const { code, stdout, stderr } = await runCli(partsOf(words), { LINEAGE_URL: running.url }, folder);
    const said = [...after.matchAll(/exit code (\d)|(\d): /g)].map(([, only, listed]) => Number(only ?? listed));
    const asksAPerson = words.startsWith("rollback") && stderr.includes("nobody can be asked here");
    expect({ words, code, stderr, isExpected: asksAPerson || [0, ...said].includes(code ?? -1) }).toMatchObject({
      words,
      isExpected: true,
    });
    expect({ words, stdout }).toEqual({ words, stdout: expect.not.stringMatching(/^($|no |nothing |0 )/i) });
  }
}, 300_000);

const operations = readdirSync(join(root, "schema/examples")).sort();
test.each(operations)(
  "%s answers something worth looking at",
  async (file) => {
    const query = readFileSync(join(root, "schema/examples", file), "utf8");
    const response = await fetch(`${running.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const { data, errors } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown };
    expect({ status: response.status, errors }).toEqual({ status: 200, errors: undefined });
    expect(Object.entries(data).filter(([, answer]) => leavesOf(answer) < 2)).toEqual([]);
  },
  60_000,
);

/** How many values are there that say something. */
function leavesOf(value: unknown): number {
  if (value === null || value === undefined || value === "" || value === false || value === 0) return 0;
  if (typeof value !== "object") return 1;
  return Object.values(value).reduce<number>((sum, part) => sum + leavesOf(part), 0);
}
