import { parseKey } from "../../../core/shared/key.js";
import { kindWords } from "../format/words.js";
import type { NodeRefInput } from "../generated/graphql.js";
import type { ApiClient } from "./api-client.js";
import { findNode, type NodeLine } from "./find-node.js";

/** The subject of an impact: one node, or a dataset or package that stands for many. */
export interface ImpactSubject {
  readonly ref: NodeRefInput;
  /** Its name for use in a sentence. */
  readonly title: string;
  /** Its key; null if it has none. */
  readonly key: string | null;
  readonly node: NodeLine | null;
}

/**
 * Reads `package <name> [specifier]` or the key of a dataset or a package. Any other text is the name of one node.
 * @throws CliError when there is no such node, or when the name is ambiguous.
 */
export async function findImpactSubject(api: ApiClient, words: readonly string[]): Promise<ImpactSubject> {
  const several = readSeveral(words.join(" "));
  if (several) return several;
  const node = await findNode(api, words);
  return {
    ref: { key: node.key },
    title: `${kindWords[node.kind].replace("-", " ")} ${node.label}`,
    key: node.key,
    node,
  };
}

/**
 * Reads a subject that stands for many nodes: all snapshots of a dataset, or all environments that install a package.
 */
export function readSeveral(text: string): ImpactSubject | null {
  const key = parseKey(text);
  if (key?.kind === "dataset" && key.namespace !== undefined && key.name !== undefined) {
    return {
      ref: { dataset: { namespace: key.namespace, name: key.name } },
      title: `dataset ${key.name} (any snapshot)`,
      key: text,
      node: null,
    };
  }
  if (key?.kind === "package" && key.namespace !== undefined)
    return ofPackage(key.namespace, key.version === undefined ? null : `==${key.version}`);
  const [, name, specifier = ""] = /^package\s+([A-Za-z0-9][A-Za-z0-9._-]*)\s*(.*)$/.exec(text) ?? [];
  return name === undefined ? null : ofPackage(name, specifier === "" ? null : specifier);
}

function ofPackage(name: string, specifier: string | null): ImpactSubject {
  return {
    ref: { package: { name, specifier } },
    title: `package ${name}${specifier ?? " (any version)"}`,
    key: null,
    node: null,
  };
}
