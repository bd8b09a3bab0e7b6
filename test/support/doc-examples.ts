import { type Document, blocksOf, inlineCodeOf } from "./markdown.js";

/** A command as a document shows it. */
export interface Command {
  readonly command: string;
  readonly exitCode: number;
  /** The documented output; empty if the document shows none. */
  readonly shown: readonly string[];
  /** In a sentence or a table, without output. */
  readonly isInline: boolean;
}

/** Something in a document that can be executed. */
export type Example = { readonly place: string } & (
  | ({ readonly kind: "command" } & Command)
  | { readonly kind: "script"; readonly script: string }
  | { readonly kind: "operation"; readonly query: string; readonly answer: unknown }
);

/**
 * The examples of a document, in the order in which a reader meets them:
 *
 * - `console` blocks: a line that begins with `$ ` is a command; a comment `# exit code 3` at its end gives its exit code
 *   (otherwise 0), and the lines up to the next command are its output. In it `…` matches any text within a line, and a
 *   line `…` any lines. A command without output may print anything.
 * - `sh` blocks: scripts, of which every command must succeed.
 * - `graphql` blocks: operations; a `json` block that follows as the next block is the answer.
 * - inline code `lineage <command> <words>` without `…`: must succeed, or end as `(exit code 3)` after it says.
 */
export function examplesOf(document: Document): Example[] {
  return [...blockExamples(document), ...recipes(document)]
    .sort((a, b) => a.line - b.line)
    .map(({ line, ...example }) => ({ place: `${document.path}:${line}`, ...example }));
}

type Placed<T> = T extends { readonly place: string } ? Omit<T, "place"> & { readonly line: number } : never;

function blockExamples(document: Document): Placed<Example>[] {
  const blocks = blocksOf(document);
  return blocks.flatMap(({ language, lines, line }, index): Placed<Example>[] => {
    const text = lines.join("\n");
    switch (language) {
      case "console":
        return readConsole(lines, line + 1);
      case "sh":
        return [{ kind: "script", script: text, line }];
      case "graphql": {
        const next = blocks[index + 1];
        const answer: unknown = next?.language === "json" ? JSON.parse(next.lines.join("\n")) : undefined;
        return [{ kind: "operation", query: text, answer, line }];
      }
      default:
        return [];
    }
  });
}

function readConsole(lines: readonly string[], from: number): Placed<Example>[] {
  const commands: (Placed<Example> & { shown: string[] })[] = [];
  lines.forEach((content, index) => {
    const [, command, exitCode] = /^\$ (.*?)(?: +# exit code (\d+))?$/.exec(content) ?? [];
    if (command !== undefined)
      commands.push({
        kind: "command",
        command,
        exitCode: Number(exitCode ?? 0),
        shown: [],
        isInline: false,
        line: from + index,
      });
    else if (content !== "") commands.at(-1)?.shown.push(content);
  });
  return commands;
}

function recipes(document: Document): Placed<Example>[] {
  return inlineCodeOf(document)
    .filter(({ code }) => /^lineage \S+ /.test(code) && !code.includes("…"))
    .map(({ code, after, line }) => ({
      kind: "command",
      command: code,
      exitCode: Number(/^ \(exit code (\d+)\b/.exec(after)?.[1] ?? 0),
      shown: [],
      isInline: true,
      line,
    }));
}

/** Whether an output matches the documented one. The width of columns and empty lines are ignored. */
export function isShownBy(shown: readonly string[], output: string): boolean {
  const parts = shown.map((line) => (line.trim() === "…" ? "(?:.*\n)*?" : `${patternOf(line)}\n`));
  const lines = output
    .split("\n")
    .map((line) => line.trim().replace(/\s+/g, " "))
    .filter((line) => line !== "");
  return new RegExp(`^${parts.join("")}$`).test(`${lines.join("\n")}\n`);
}

const patternOf = (line: string): string =>
  line
    .trim()
    .replace(/\s+/g, " ")
    .split("…")
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
