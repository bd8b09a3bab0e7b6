import type { Draft, Fields, NodeDraft, NodeKind } from "../../core/facts/draft.js";
import { defineSave, loadNodes } from "../../core/facts/facts.statements.js";
import { fillIn } from "../../core/facts/merge.js";
import { environmentKey, packageKey } from "../../core/shared/key.js";
import { searchTextOf } from "../../core/shared/search-text.js";
import { type EnvironmentContent, describeEnvironment } from "./environment-content.js";
import type { EnvironmentFact, EnvironmentRef } from "./environment.shape.js";
import type { EnvironmentPackage } from "./environment-package.js";

/** Environments belong to nobody: their digest alone tells them apart. */
export const environmentNamespace = "environments";

export const environmentKind: NodeKind = {
  label: "Environment",
  isRegistered: true,
  load: loadNodes,
  save: defineSave("environment/save-environments"),
  merge: mergeEnvironment,
  derive: ({ version, imageUri, pythonVersion }) => ({ searchText: searchTextOf([version, imageUri, pythonVersion]) }),
};

/** What a mere reference says of an environment. */
export function referredEnvironment({ digest }: EnvironmentRef): NodeDraft {
  return {
    kind: environmentKind,
    key: environmentKey(digest),
    isAsserted: false,
    said: { namespace: environmentNamespace, name: digest, version: digest },
  };
}

/** What registering an environment asserts. */
export function draftEnvironment(fact: EnvironmentFact): Draft {
  const content = describeEnvironment(fact);
  const referred = referredEnvironment({ digest: content.digest });
  return {
    key: referred.key,
    nodes: [{ ...referred, isAsserted: true, said: { ...referred.said, ...contentFields(content) } }],
    edges: [],
  };
}

/** Texts and addresses that say the same are the same environment: the first that was registered is kept. */
function mergeEnvironment(key: string, known: Fields, said: Fields): Fields {
  return known.pinned === undefined ? fillIn(key, known, said) : {};
}

/** Packages as parallel lists, in canonical order; the empty string stands for what a package does not have. */
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
