// `npm run schema`: writes schema/schema.graphql from the code, which must be built.
import { existsSync, writeFileSync } from "node:fs";

const built = new URL("../dist/schema.js", import.meta.url);
const file = new URL("../schema/schema.graphql", import.meta.url);

if (existsSync(built)) {
  const { printLineageSchema } = await import(built.href);
  writeFileSync(file, await printLineageSchema());
  console.log("wrote schema/schema.graphql");
} else {
  console.error("the code is not built yet. Build it with: npm run build");
  process.exitCode = 1;
}
