import { existsSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { anchorsOf, inlineCodeOf, linksOf, projectRoot, readDocument, readDocuments } from "../../support/markdown.js";

const documents = readDocuments();
const isInProject = (path: string): boolean => existsSync(join(projectRoot, path));

test("every link points to an existing file and heading", () => {
  const links = documents.flatMap((document) =>
    linksOf(document)
      .filter((target) => !/^https?:/.test(target))
      .map((target) => ({ from: document.path, target })),
  );
  expect(links.length).toBeGreaterThan(50);
  expect(links.filter(({ from, target }) => !leadsSomewhere(from, target))).toEqual([]);
});

function leadsSomewhere(from: string, target: string): boolean {
  const [file = "", anchor] = target.split("#");
  const path = file === "" ? from : normalize(join(dirname(from), file));
  return isInProject(path) && (anchor === undefined || anchorsOf(readDocument(path)).includes(anchor));
}

test("every path of the project in a text exists", () => {
  const paths = documents.flatMap((document) =>
    inlineCodeOf(document)
      .map(({ code }) => code)
      .filter((code) => /^(src|test|docs|cypher|schema|scripts|shell)\/[^\s<…*]*$/.test(code) && !code.includes("NNNN"))
      .map((path) => ({ from: document.path, path })),
  );
  expect(paths.length).toBeGreaterThan(50);
  expect(paths.filter(({ path }) => !isInProject(path))).toEqual([]);
});
