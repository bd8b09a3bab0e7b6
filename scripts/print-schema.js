// `npm run schema`: writes schema/schema.graphql from the sources.
import { writeFileSync } from "node:fs";
import "./typescript-hooks.js";

const { printLineageSchema } = await import("../src/schema.ts");
writeFileSync(new URL("../schema/schema.graphql", import.meta.url), await printLineageSchema());
console.log("wrote schema/schema.graphql");
