// `npm run schema`: writes schema/schema.graphql from the sources, and the types of the CLI's documents from it.
import { writeFileSync } from "node:fs";
import { generateCliDocuments } from "./cli-documents.js";
import "./typescript-hooks.js";

function write(path, content) {
  writeFileSync(path, content);
  console.log(`wrote ${path}`);
}

process.chdir(new URL("..", import.meta.url).pathname);
const { printLineageSchema } = await import("../src/schema.ts");
const schema = await printLineageSchema();
write("schema/schema.graphql", schema);
for (const { path, content } of await generateCliDocuments(schema)) write(path, content);
