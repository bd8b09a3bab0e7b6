import { readFileSync } from "node:fs";
import { quoteForShell } from "../../../core/shared/shell.js";
import { nameInputFiles } from "./input-files.js";
import { oneLine } from "./one-line.js";
import type { RecordedEnvironment, Recipe } from "./recipe.js";

/** What every script does; what is recorded reaches it through variables only. */
const steps = readFileSync(new URL("../../../../shell/rebuild.sh", import.meta.url), "utf8");

const noEnvironment: RecordedEnvironment = { requirements: null, condaYaml: null, image: null, pythonVersion: null };

/**
 * A POSIX shell script that rebuilds something: code, environment, data with digests to check, command, parameters,
 * metrics expected. Others wrote what is recorded, so that no part of it may be more than a value: each stands there quoted,
 * or as one printable line in a comment.
 */
export function rebuildScript(recipe: Recipe): string {
  return [
    "#!/bin/sh",
    ...introduction(recipe),
    "",
    ...variables(recipe).map(([name, value]) => `${name}=${quoteForShell(value)}`),
    ...inputCalls(recipe),
    "",
    steps,
  ].join("\n");
}

function introduction({ key, run, verdict, findings }: Recipe): string[] {
  const lines = [
    `Rebuilds ${key}${run === null || run === key ? "" : ` as ${run} made it`}`,
    `Written by lineage, which judges it ${verdict}`,
  ];
  return [...lines, ...findings.map(({ code, message }) => `  ${code}: ${message}`)].map(
    (line) => `# ${oneLine(line)}`,
  );
}

function variables({ commit, environment, command, parameters, metrics }: Recipe): (readonly [string, string])[] {
  const { requirements, condaYaml, image, pythonVersion } = environment ?? noEnvironment;
  return [
    ["repository", commit?.repository ?? ""],
    ["sha", commit?.sha ?? ""],
    ["is_dirty", commit?.isDirty ? "yes" : ""],
    ["patch_digest", commit?.isDirty ? (commit.patchDigest ?? "") : ""],
    [
      "environment",
      requirements !== null ? "requirements" : condaYaml !== null ? "conda" : image !== null ? "image" : "",
    ],
    ["python_version", pythonVersion ?? ""],
    ["requirements", requirements?.trimEnd() ?? ""],
    ["conda_file", condaYaml?.trimEnd() ?? ""],
    ["image", image ?? ""],
    ["command", command ?? ""],
    ["parameters", jsonOf(parameters.map(({ name, value }) => [name, value]))],
    ["metrics", jsonOf([...metrics].map(([name, value]) => [name, Number.isFinite(value) ? value : String(value)]))],
  ];
}

function jsonOf(entries: readonly (readonly [string, string | number])[]): string {
  return JSON.stringify(Object.fromEntries(entries), null, entries.length > 0 ? 2 : 0);
}

/** One call an input: what it is, the file's name, the digest recorded, where it lay. */
function inputCalls({ inputs }: Recipe): string[] {
  const calls = nameInputFiles(inputs).map(
    ({ input: { key, digest, uri }, path, roles }) =>
      `  input ${[oneLine(`${key} (${roles.join(", ")})`), path, digest ?? "", oneLine(uri ?? "")].map(quoteForShell).join(" ")}`,
  );
  return ["recorded_inputs() {", ...(calls.length > 0 ? calls : ["  :"]), "}"];
}
