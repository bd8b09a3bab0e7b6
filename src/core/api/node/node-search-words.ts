import type { Fields } from "../../facts/draft.js";
import { searchWordsOf } from "../../shared/search-words.js";
import { labelOf } from "./label.js";

/** The text for the full-text index of a lineage node: its names as people write them, its version, and other texts. */
export function nodeSearchWords(kind: string, key: string, fields: Fields, texts: readonly unknown[]): string {
  const [namespace, name, version, title] = [fields.namespace, fields.name, fields.version, fields.title].map(textOf);
  const label = labelOf({ key, title: title ?? null });
  const exact = [...new Set([label, name].filter((text) => text !== undefined))];
  return searchWordsOf({
    kind,
    exact: [key, ...exact, ...(namespace === undefined ? [] : exact.map((text) => `${namespace}/${text}`))],
    names: [name, title].filter((text) => text !== undefined),
    versions: [label, version].filter((text) => text !== undefined),
    texts: [namespace, ...texts].map(textOf).filter((text) => text !== undefined),
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
