import { readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/*
 * A suite has the needs of the files that it imports. `@needs database` in a file of test/support means Neo4j, which
 * jest's global setup starts; `@needs page` means the built playground as well.
 */
const folder = join(import.meta.dirname, "..");
const isTypeScript = (file) => file.endsWith(".ts") || file.endsWith(".tsx");

/**
 * All suites by need: `nothing`, `database` or `page`. Paths are relative to test/. Throws if a unit test needs
 * anything, because `npm run test:unit` must not start anything.
 */
export function groupSuites() {
  const suites = readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith(".test.ts") && !file.startsWith("fixtures"))
    .sort();
  const needs = new Map();
  const groups = { nothing: [], database: [], page: [] };
  for (const suite of suites) {
    const need = needOf(join(folder, suite), needs);
    if (need !== "nothing" && suite.startsWith("unit/"))
      throw new Error(`test/${suite} needs a ${need}; move it to another folder, such as test/graph or test/api`);
    groups[need].push(suite);
  }
  return groups;
}

function needOf(file, known) {
  const found = known.get(file);
  if (found !== undefined) return found;
  known.set(file, "nothing"); // Terminates on circular imports.
  const text = readFileSync(file, "utf8");
  const needs = importsOf(file, text).map((imported) => needOf(imported, known));
  const own = /@needs (page|database)\b/.exec(text)?.[1] ?? "nothing";
  const need = ["page", "database"].find((candidate) => candidate === own || needs.includes(candidate)) ?? "nothing";
  known.set(file, need);
  return need;
}

/** The TypeScript files of test/ that a file imports, except those of which it only uses types. */
function importsOf(file, text) {
  return [...text.matchAll(/^(?:import|export)(?! type\b)[^;"]*"(\.[^"]+)"/gm)]
    .map(([, specifier]) => join(dirname(file), specifier.replace(/\.js$/, ".ts")))
    .filter((imported) => isTypeScript(imported) && imported.startsWith(`${folder}/`));
}
