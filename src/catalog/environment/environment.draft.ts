import type { Draft, Fields, NodeDraft, NodeKind } from "../../core/facts/draft.js";
import { defineSave, loadNodes } from "../../core/facts/facts.statements.js";
import { fillIn } from "../../core/facts/merge.js";
import { environmentKey, packageKey } from "../../core/shared/key.js";
import { nodeSearchWords } from "../../core/api/node/node-search-words.js";
import { type EnvironmentContent, describeEnvironment } from "./environment-content.js";
import type { EnvironmentFact, EnvironmentRef } from "./environment.shape.js";
import type { EnvironmentPackage } from "./environment-package.js";

/** Environments have no owner: the digest alone identifies them. */
export const environmentNamespace = "environments";

export const environmentKind: NodeKind = {
  label: "Environment",
  isRegistered: true,
  load: loadNodes,
  save: defineSave("environment/save-environments"),
  merge: mergeEnvironment,
  derive: (fields, key) => ({
    searchWords: nodeSearchWords("Environment", key, fields, [
      fields.imageUri,
      fields.imageDigest,
      fields.pythonVersion,
    ]),
  }),
};

/** The fields of an environment that a reference determines. */
export function referredEnvironment({ digest }: EnvironmentRef): NodeDraft {
  return {
    kind: environmentKind,
    key: environmentKey(digest),
    isAsserted: false,
    reported: { namespace: environmentNamespace, name: digest, version: digest },
  };
}

/** The draft of a registered environment. */
export function draftEnvironment(fact: EnvironmentFact): Draft {
  const content = describeEnvironment(fact);
  const referred = referredEnvironment({ digest: content.digest });
  return {
    key: referred.key,
    nodes: [{ ...referred, isAsserted: true, reported: { ...referred.reported, ...contentFields(content) } }],
    edges: [],
  };
}

/** Texts with the same canonical content are one environment, which keeps the text that was registered first. */
function mergeEnvironment(key: string, known: Fields, reported: Fields): Fields {
  return known.pinned === undefined ? fillIn(key, known, reported) : {};
}

/** Packages as parallel lists, in canonical order. The empty string represents a missing value. */
function contentFields({
  packages,
  pinned,
  pythonVersion,
  imageUri,
  imageDigest,
  requirements,
  condaYaml,
}: EnvironmentContent): Fields {
  const list = (pick: (entry: EnvironmentPackage) => string | null): string[] =>
    packages.map((entry) => pick(entry) ?? "");
  return {
    pinned,
    pythonVersion,
    imageUri,
    imageDigest,
    requirements,
    condaYaml,
    packageKeys: packages.map(({ isNamed, name, version }) => (isNamed ? packageKey(name, version) : "")),
    packageNames: list(({ name }) => name),
    packageVersions: list(({ version }) => version),
    packageSpecifiers: list(({ specifier }) => specifier),
    packageMarkers: list(({ marker }) => marker),
    packageUrls: list(({ url }) => url),
  };
}
