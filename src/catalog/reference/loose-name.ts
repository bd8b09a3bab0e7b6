import { typenameOf } from "../../core/api/node/lineage-kind.enum.js";
import { fromGlobalId, parseKey } from "../../core/shared/key.js";
import type { LooseName } from "./reference.statements.js";

/** The possible interpretations of a text that a person typed. */
export interface LooseReading {
  /** The text, if it is the key of a lineage node. It then has no other interpretation. */
  readonly key: string | null;
  readonly names: readonly LooseName[];
  /** Prefixes of commit hashes and of environment digests. */
  readonly hashes: readonly string[];
  readonly digests: readonly string[];
  readonly title: string;
  /** Labels of the kind that the text starts with. Null matches any kind. */
  readonly labels: readonly string[] | null;
}

const kindWords = new Map<string, string>([
  ["model", typenameOf.MODEL_VERSION],
  ["model-version", typenameOf.MODEL_VERSION],
  ["version", typenameOf.MODEL_VERSION],
  ["run", typenameOf.RUN],
  ["snapshot", typenameOf.DATASET_SNAPSHOT],
  ["dataset", typenameOf.DATASET_SNAPSHOT],
  ["commit", typenameOf.CODE_COMMIT],
  ["environment", typenameOf.ENVIRONMENT],
  ["env", typenameOf.ENVIRONMENT],
  ["deployment", typenameOf.DEPLOYMENT],
  ["endpoint", typenameOf.DEPLOYMENT],
]);

/** The least number of digits of a hash. Fewer could be a word. */
export const minHashLength = 6;
/** Namespaces and names may contain slashes. The limit bounds the number of interpretations. */
const maxSlashes = 20;

/** Reads a text as `[kind] [namespace/]name[@version]`, as a label, as a hash or as a key. */
export function readLooseName(text: string): LooseReading {
  const trimmed = text.trim();
  const container = readContainerKey(fromGlobalId(trimmed) ?? trimmed);
  if (container) return container;
  const [, word = "", afterWord = ""] = /^(\S+)\s+(.+)$/s.exec(trimmed) ?? [];
  const label = kindWords.get(word.toLowerCase());
  const name = label === undefined ? trimmed : afterWord;
  return {
    key: null,
    names: [...namesIn(name), ...deploymentLabelIn(name)],
    hashes: new RegExp(`^[0-9a-f]{${minHashLength},}$`, "i").test(name) ? [name.toLowerCase()] : [],
    digests: digestsIn(name),
    title: name,
    labels: label === undefined ? null : [label],
  };
}

/** A key is unambiguous. The key of a container refers to its members. */
function readContainerKey(text: string): LooseReading | null {
  const parts = parseKey(text);
  if (!parts) return null;
  const { kind, namespace = null, name = "" } = parts;
  const label = kindWords.get(kind);
  const isContainer = kind === "dataset" || kind === "model" || kind === "endpoint";
  const names = isContainer ? [{ namespace, name, version: null, title: null }] : [];
  return {
    key: isContainer ? null : text,
    names,
    hashes: [],
    digests: [],
    title: "",
    labels: label === undefined ? null : [label],
  };
}

function namesIn(text: string): LooseName[] {
  const at = text.lastIndexOf("@");
  const versioned = at > 0 && at < text.length - 1 ? [{ path: text.slice(0, at), version: text.slice(at + 1) }] : [];
  return [{ path: text, version: null }, ...versioned].flatMap(({ path, version }) =>
    splits(path).map(({ namespace, name }) => ({ namespace, name, version, title: null })),
  );
}

/** Every way to split a path into a namespace and a name, including the name without a namespace. */
function splits(path: string): { namespace: string | null; name: string }[] {
  const slashes = [...path.matchAll(/\//g)].slice(0, maxSlashes).map(({ index }) => index);
  const parted = slashes.map((index) => ({ namespace: path.slice(0, index), name: path.slice(index + 1) }));
  return [{ namespace: null, name: path }, ...parted.filter(({ namespace, name }) => namespace !== "" && name !== "")];
}

/** `churn@7 at churn-api`, the format of a deployment's label. */
function deploymentLabelIn(text: string): LooseName[] {
  const [, title, name] = /^(.+) at (.+)$/s.exec(text) ?? [];
  return title !== undefined && name !== undefined
    ? splits(name).map((split) => ({ ...split, version: null, title }))
    : [];
}

/** A digest with its algorithm, or a SHA-256 hash without one. */
function digestsIn(text: string): string[] {
  if (new RegExp(`^[a-z0-9_+.-]+:[0-9a-f]{${minHashLength},}$`, "i").test(text)) return [text];
  return new RegExp(`^[0-9a-f]{${minHashLength},}$`, "i").test(text) ? [`sha256:${text.toLowerCase()}`] : [];
}
