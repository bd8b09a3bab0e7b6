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
  return sourceFilesIn(folder)
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap(literalsOfFile);
}

/** Every comment of the TypeScript and JavaScript files below a folder, except fixtures; consecutive line comments are joined. */
export function commentsOf(folder: string): SourceText[] {
  return sourceFilesIn(folder).flatMap(commentsOfFile);
}

function sourceFilesIn(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(tsx?|c?js)$/.test(file) && !file.startsWith("fixtures"))
    .sort()
    .map((file) => `${folder}/${file}`);
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

/** Comments precede tokens, so the ranges before and after each token contain all of them. */
function commentsOfFile(file: string): SourceText[] {
  const source = ts.createSourceFile(file, readFileSync(join(root, file), "utf8"), ts.ScriptTarget.Latest, true);
  const ranges = new Map<number, ts.CommentRange>();
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(source);
    if (children.length > 0) return children.forEach(visit);
    if (node.kind === ts.SyntaxKind.JsxText) return;
    const found = [
      ...(ts.getLeadingCommentRanges(source.text, node.getFullStart()) ?? []),
      ...(ts.getTrailingCommentRanges(source.text, node.getEnd()) ?? []),
    ];
    found.forEach((range) => ranges.set(range.pos, range));
  };
  visit(source);
  return joinLines(
    [...ranges.values()].sort((left, right) => left.pos - right.pos),
    source,
  ).map(([start, text]) => ({
    place: `${file}:${source.getLineAndCharacterOfPosition(start).line + 1}`,
    text,
  }));
}

/** Joins line comments on consecutive lines, and removes what marks a comment, so that phrases may span lines. */
function joinLines(ranges: readonly ts.CommentRange[], { text }: ts.SourceFile): [start: number, text: string][] {
  const joined: { start: number; end: number; text: string }[] = [];
  for (const { pos, end } of ranges) {
    const words = text
      .slice(pos, end)
      .replace(/^\/\*+|\*\/$|^\s*(\*(?!\/)|\/\/)/gm, "")
      .replace(/\s+/g, " ");
    const last = joined.at(-1);
    const isContinued = last !== undefined && text.startsWith("//", pos) && /^\n\s*$/.test(text.slice(last.end, pos));
    if (isContinued) joined.splice(-1, 1, { start: last.start, end, text: last.text + words });
    else joined.push({ start: pos, end, text: words });
  }
  return joined.map(({ start, text: words }) => [start, words]);
}
