import { parseKey } from "../../shared/key.js";

/** The number of digits by which people distinguish hashes. */
const shortHashLength = 8;

/** The components of a label: the key of a node, and the title of a run or deployment. */
export interface Labelled {
  readonly key: string;
  readonly title?: string | null;
}

/** A short display name from the parts of the key: `train@v3`, `screening-pipeline@a0d5aef0`, `sha256:ab12cd34`, `churn@7 at churn-api`. */
export function labelOf({ key, title }: Labelled, parts = parseKey(key)): string {
  const { kind, namespace = "", name = "", version = "" } = parts ?? {};
  switch (kind) {
    case "commit":
      return `${repositoryName(namespace)}@${shortHash(version)}`;
    case "environment":
      return version.replace(/(?<=:)[0-9a-f]+$/i, shortHash);
    case "run":
      return title || name;
    case "deployment":
      return title ? `${title} at ${name}` : `${name}@${version}`;
    case undefined:
      return key;
    default:
      return version === "" ? name : `${name}@${version}`;
  }
}

function shortHash(text: string): string {
  return /^[0-9a-f]{16,}$/i.test(text) ? text.slice(0, shortHashLength) : text;
}

/** The last part of a repository's address, which is its usual name. */
function repositoryName(repository: string): string {
  return /([^/:]+?)(?:\.git)?\/*$/.exec(repository)?.[1] ?? repository;
}
