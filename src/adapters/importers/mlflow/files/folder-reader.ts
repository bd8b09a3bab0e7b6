import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { StoreProblem } from "../mlflow-store.js";

/** The fields of a `meta.yaml` as written: an id of digits must not become a number, and 12e4 must stay 12e4. */
export type Meta = Readonly<Record<string, unknown>>;

/** The place of a file in the store and its fields, or why it cannot be read. */
export type MetaOrProblem = { readonly meta: Meta } | { readonly problem: StoreProblem };

/** Reads files in the folder of a store. Problems name them by their path in it. */
export class FolderReader {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** The names of the folders in a folder, sorted; empty if the folder is missing or may not be read. */
  folders(...path: readonly string[]): string[] {
    return this.#entries(path).filter((name) => this.#kindOf([...path, name]) === "folder");
  }

  /** The text of every file in a folder and below, by path: MLflow stores a name with slashes as folders. */
  texts(...path: readonly string[]): Map<string, string> {
    const found = new Map<string, string>();
    for (const name of this.#entries(path)) {
      const kind = this.#kindOf([...path, name]);
      if (kind === "file") found.set(name, this.text(...path, name));
      else if (kind === "folder")
        for (const [below, text] of this.texts(...path, name)) found.set(`${name}/${below}`, text);
    }
    return found;
  }

  /**
   * The text of a file.
   * @throws Error of the file system when it cannot be read.
   */
  text(...path: readonly string[]): string {
    return readFileSync(join(this.root, ...path), "utf8");
  }

  /** When a file or the list of files in a folder was last modified, in epoch milliseconds; 0 if it does not exist. */
  modifiedAt(...path: readonly string[]): number {
    return Math.floor(statSync(join(this.root, ...path), { throwIfNoEntry: false })?.mtimeMs ?? 0);
  }

  has(...path: readonly string[]): boolean {
    return this.#kindOf(path) !== null;
  }

  /** The `meta.yaml` of a folder. */
  meta(...path: readonly string[]): MetaOrProblem {
    const place = [...path, "meta.yaml"].join("/");
    const problem = (why: string): MetaOrProblem => ({ problem: { place, id: path.at(-1) ?? "", why } });
    try {
      const content: unknown = parse(this.text(...path, "meta.yaml"), { schema: "failsafe", customTags: ["null"] });
      return isMeta(content) ? { meta: content } : problem("does not contain fields; this entry is omitted");
    } catch (error) {
      return problem(
        `cannot be read: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}; this entry is omitted`,
      );
    }
  }

  #entries(path: readonly string[]): string[] {
    try {
      return readdirSync(join(this.root, ...path)).sort();
    } catch {
      return [];
    }
  }

  #kindOf(path: readonly string[]): "file" | "folder" | null {
    const stats = statSync(join(this.root, ...path), { throwIfNoEntry: false });
    return stats ? (stats.isDirectory() ? "folder" : "file") : null;
  }
}

function isMeta(content: unknown): content is Meta {
  return typeof content === "object" && content !== null && !Array.isArray(content);
}

/** The first of these fields that is a text; null if all are missing, null or empty. */
export function metaText(meta: Meta, ...fields: readonly string[]): string | null {
  const values = fields.map((field) => meta[field]);
  return values.find((value): value is string => typeof value === "string" && value !== "") ?? null;
}

/** The first of these fields that is set, as a number; null if it is not one. */
export function metaNumber(meta: Meta, ...fields: readonly string[]): number | null {
  const text = metaText(meta, ...fields);
  return text !== null && Number.isFinite(Number(text)) ? Number(text) : null;
}
