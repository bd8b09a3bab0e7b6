// `npm run cypher -- impact/impact [--now]`: prints a statement with its fragments inserted, for cypher-shell or Neo4j
// Browser; with --now, the text about the present. The headers of the fragments follow the statement's header.
import { readdirSync } from "node:fs";
import { expandCypherFile, readCypherFile } from "../src/core/graph/cypher-file.js";

const words = process.argv.slice(2);
const isNow = words.includes("--now");
const [name] = words.filter((word) => word !== "--now");

if (name === undefined) {
  const files = readdirSync(new URL("../cypher/", import.meta.url), { recursive: true, encoding: "utf8" });
  const names = files.filter((file) => /^(?!migrations|fragments).*\.cypher$/.test(file)).sort();
  console.error("usage: npm run cypher -- <statement> [--now], one of:");
  for (const file of names) console.error(`  ${file.replace(/\.cypher$/, "")}`);
  process.exitCode = 2;
} else {
  const { header, body, fragments } = expandCypherFile(name, { isNow });
  const included = fragments.flatMap((fragment) => [
    `// ${fragment}:`,
    ...readCypherFile(`fragments/${fragment}`).header.map((line) => line.replace("//", "//  ")),
  ]);
  console.log([...header, ...included, body].join("\n"));
}
