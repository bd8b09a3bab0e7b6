import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");
const generated = "src/adapters/cli/generated";

/** The generator loads modules in ways that jest does not support, so it runs in its own process. */
function generate(): { path: string; content: string }[] {
  const program = `
    import { readFileSync } from "node:fs";
    import { generateCliDocuments } from "./scripts/cli-documents.js";
    console.log(JSON.stringify(await generateCliDocuments(readFileSync("schema/schema.graphql", "utf8"))));
  `;
  return JSON.parse(
    execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
      cwd: root,
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    }),
  );
}

test("the committed types of the CLI's documents are the generated ones; `npm run schema` writes them", () => {
  const files = generate();
  expect(files.map(({ path }) => path).sort()).toEqual(
    readdirSync(join(root, generated))
      .map((name) => `${generated}/${name}`)
      .sort(),
  );
  for (const { path, content } of files) expect(readFileSync(join(root, path), "utf8")).toBe(content);
});
