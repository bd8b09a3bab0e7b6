import { statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { ArtifactMapping } from "../import-options.js";
import type { ArtifactLocation } from "../mlflow-store.js";

/** Usual names of artifact folders; a database is searched for them in its own folder. */
const usualFolders = [".", "artifacts", "mlartifacts", "mlruns"];

/** Finds the files of logged models on this machine. It never opens an address; it only maps addresses to folders. */
export class ArtifactFolders {
  readonly #storeFolder: string;
  readonly #mappings: readonly ArtifactMapping[];

  constructor(storeFolder: string, mappings: readonly ArtifactMapping[]) {
    this.#storeFolder = storeFolder;
    // The longest prefix is the most specific.
    this.#mappings = [...mappings].sort((left, right) => right.prefix.length - left.prefix.length);
  }

  /** The folder with the files of a location; null if it is not on this machine. */
  find(location: ArtifactLocation): string | null {
    const candidates = [...this.#mapped(location.uri), ...this.#local(location.uri), ...this.#usual(location.layouts)];
    return candidates.find(isFolder) ?? null;
  }

  #mapped(uri: string): string[] {
    const mapping = this.#mappings.find(({ prefix }) => isPrefix(prefix, uri));
    return mapping ? below(mapping.folder, [uri.slice(mapping.prefix.length)]) : [];
  }

  #local(uri: string): string[] {
    if (/^file:/i.test(uri)) return localPath(uri);
    return /^[a-z][a-z0-9+.-]+:/i.test(uri) || uri === "" ? [] : [resolve(this.#storeFolder, uri)];
  }

  #usual(layouts: ArtifactLocation["layouts"]): string[] {
    return layouts.flatMap((layout) => usualFolders.flatMap((name) => below(join(this.#storeFolder, name), layout)));
  }
}

/** `s3://bucket/ml` is a prefix of `s3://bucket/ml/1`, not of `s3://bucket/mlflow/1`. */
function isPrefix(prefix: string, uri: string): boolean {
  return uri.startsWith(prefix) && (prefix.endsWith("/") || uri.length === prefix.length || uri[prefix.length] === "/");
}

/** A path inside a folder; empty if `..` leads out of it, because the addresses in a store are not trusted. */
function below(folder: string, parts: readonly string[]): string[] {
  if (parts.some((part) => part === "" && parts.length > 1)) return [];
  const path = resolve(folder, ...parts.map((part) => `.${sep}${part}`));
  return relative(folder, path).split(sep)[0] === ".." ? [] : [path];
}

function localPath(uri: string): string[] {
  try {
    return [fileURLToPath(uri)];
  } catch {
    return [];
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
