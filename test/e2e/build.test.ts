import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../support/markdown.js";

/* What the build writes. @needs page */

test("the CLI is one file, so that it starts fast; only `lineage serve` loads the server", () => {
  const cli = readFileSync(join(projectRoot, "dist/cli.js"), "utf8");
  const imported = [...cli.matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, path]) => path);
  expect(imported).toEqual(["./main.js"]);
});
