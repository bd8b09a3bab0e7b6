import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

const root = join(import.meta.dirname, "../..");

/** A text that the sources contain, and where it begins. */
export interface SourceText {
  /** Path and line, as an editor opens it. */
  readonly place: string;
  /** The text; each inserted value is an ellipsis. */
  readonly text: string;
}

/** Every string literal of the TypeScript files below a folder, except the paths of imports; concatenated ones are joined. */
export function stringLiteralsOf(folder: string): SourceText[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .flatMap((file) => literalsOfFile(`${folder}/${file}`));
}

function literalsOfFile(file: string): SourceText[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest);
  const found: SourceText[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const text = textOf(node);
    if (text === null) return ts.forEachChild(node, visit);
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push({ place: `${file}:${line + 1}`, text });
    insertedIn(node).forEach(visit);
  };
  visit(source);
  return found;
}

/** The text of a literal, of a template or of a concatenation that contains one; null for any other node. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
  if (!isConcatenation(node)) return null;
  const [left, right] = [textOf(node.left), textOf(node.right)];
  return left === null && right === null ? null : (left ?? "…") + (right ?? "…");
}

/** The expressions whose values a template or a concatenation inserts: they may contain literals themselves. */
function insertedIn(node: ts.Node): ts.Node[] {
  if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
  if (!isConcatenation(node)) return [];
  return [node.left, node.right].flatMap((part) => (textOf(part) === null ? [part] : insertedIn(part)));
}

function isConcatenation(node: ts.Node): node is ts.BinaryExpression {
  return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}
