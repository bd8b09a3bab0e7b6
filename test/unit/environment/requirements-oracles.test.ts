import { readdirSync, readFileSync } from "node:fs";
import { decodeText } from "../../../src/core/python/decode-text.js";
import { normalizeName } from "../../../src/core/python/package-name.js";
import type { PipOption } from "../../../src/core/python/pip-options.js";
import type { Requirement } from "../../../src/core/python/requirement.js";
import { parseRequirementsFile } from "../../../src/core/python/requirements-file.js";
import { formatSpecifiers, normalizeVersion } from "../../../src/core/python/specifier.js";

/** The expected results beside each file come from pip-requirements-parser 32.0.1 and packaging 26.3. */
const folder = new URL("../../fixtures/requirements/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

const optionKeys: Readonly<Record<string, { key: string; list?: boolean }>> = {
  "--requirement": { key: "requirements", list: true },
  "--constraint": { key: "constraints", list: true },
  "--index-url": { key: "index_url" },
  "--extra-index-url": { key: "extra_index_urls", list: true },
  "--find-links": { key: "find_links", list: true },
  "--no-binary": { key: "no_binary", list: true },
  "--only-binary": { key: "only_binary", list: true },
  "--trusted-host": { key: "trusted_hosts", list: true },
  "--pre": { key: "pre" },
  "--require-hashes": { key: "require_hashes" },
};

function asOracleOptions(options: readonly PipOption[]): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const { name, value } of options) {
    const { key, list } = optionKeys[name] ?? { key: name };
    const before = result[key];
    result[key] = list ? [...(Array.isArray(before) ? before : []), value] : (value ?? true);
  }
  return result;
}

function asOracleRequirement(requirement: Requirement): Record<string, unknown> {
  const { specifiers, buildOptions, ...same } = requirement;
  return {
    ...same,
    normalizedName: same.name === null ? null : normalizeName(same.name),
    specifier: formatSpecifiers(specifiers),
    pinnedNormalized: same.pinned === null ? null : normalizeVersion(same.pinned),
    globalOptions: buildOptions.filter(({ name }) => name === "--global-option").map(({ value }) => value),
  };
}

function read(name: string) {
  const file = parseRequirementsFile(decodeText(readFileSync(new URL(name, folder))));
  const requirements = file.requirements.map(asOracleRequirement);
  return {
    file: name,
    requirements,
    optionLines: file.optionLines.map(({ line }) => line),
    options: file.optionLines.map(({ line, raw, options }) => ({ line, raw, options: asOracleOptions(options) })),
    includes: file.includes,
    invalid: file.invalid,
    comments: file.comments,
    counts: {
      requirements: requirements.length,
      pinned: requirements.filter(({ pinned }) => pinned !== null).length,
      editable: requirements.filter(({ editable }) => editable === true).length,
      withMarker: requirements.filter(({ marker }) => marker !== null).length,
      withUrl: requirements.filter(({ url }) => url !== null).length,
      options: file.optionLines.length,
      invalid: file.invalid.length,
    },
  };
}

/** The oracle's reasons have other wording: only their presence is compared. */
function withoutReasons<T extends { invalid: readonly { why: string }[] }>(file: T) {
  return { ...file, invalid: file.invalid.map(({ why, ...line }) => ({ ...line, hasReason: why.trim() !== "" })) };
}

test("the fixtures are the twenty files of the oracle", () => {
  expect(names).toHaveLength(20);
});

test.each(names)("%s is read as by pip and packaging, field by field", (name) => {
  const expected = JSON.parse(readFileSync(new URL(name.replace(".txt", ".expected.json"), folder), "utf8"));
  expect(withoutReasons(read(name))).toEqual(withoutReasons(expected));
});
