import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The project's folder. */
export const projectRoot = join(import.meta.dirname, "../..");

/** A Markdown file of the project. */
export interface Document {
  /** Relative to the project's folder. */
  readonly path: string;
  readonly text: string;
}

/** Reads one document. */
export function readDocument(path: string): Document {
  return { path, text: readFileSync(join(projectRoot, path), "utf8") };
}

/** Every document: the README first, then the other files in the root folder, then `docs` and the graph model. */
export function readDocuments(): Document[] {
  const inDocs = readdirSync(join(projectRoot, "docs"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => `docs/${file}`)
    .sort();
  return ["README.md", "CONTRIBUTING.md", ...inDocs, "cypher/README.md"]
    .filter((path) => existsSync(join(projectRoot, path)))
    .map(readDocument);
}

/** A fenced block. */
export interface Block {
  readonly language: string;
  /** Without the fences. */
  readonly lines: readonly string[];
  /** Of the opening fence, from 1. */
  readonly line: number;
}

/** The fenced blocks of a document, in order. */
export function blocksOf({ text }: Document): Block[] {
  const blocks: { language: string; lines: string[]; line: number }[] = [];
  let isOpen = false;
  text.split("\n").forEach((content, index) => {
    const fence = /^```(\S*)/.exec(content);
    if (fence && !isOpen) blocks.push({ language: fence[1] ?? "", lines: [], line: index + 1 });
    else if (!fence && isOpen) blocks.at(-1)?.lines.push(content);
    if (fence) isOpen = !isOpen;
  });
  return blocks;
}

/** Inline code, with the prose that follows it up to the next inline code or the end of the line. */
export interface InlineCode {
  readonly code: string;
  readonly after: string;
  readonly line: number;
}

/** The inline code of a document, in order. */
export function inlineCodeOf(document: Document): InlineCode[] {
  return proseOf(document).flatMap((content, index) =>
    [...content.matchAll(/`([^`]+)`([^`]*)/g)].map(([, code = "", after = ""]) => ({ code, after, line: index + 1 })),
  );
}

/** The targets of links, in order. */
export function linksOf(document: Document): string[] {
  return proseOf(document).flatMap((content) =>
    [...content.matchAll(/\]\(([^()\s]+)\)/g)].map(([, target = ""]) => target),
  );
}

/** The anchors of a document's headings, as GitHub generates them. */
export function anchorsOf(document: Document): string[] {
  return proseOf(document)
    .map((content) => /^#+ (.*)$/.exec(content)?.[1])
    .filter((title) => title !== undefined)
    .map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    );
}

/** The lines of a document. Those of fenced blocks are empty, which preserves line numbers. */
function proseOf({ text }: Document): string[] {
  let isOpen = false;
  return text.split("\n").map((content) => {
    const isFence = content.startsWith("```");
    if (isFence) isOpen = !isOpen;
    return isOpen || isFence ? "" : content;
  });
}
