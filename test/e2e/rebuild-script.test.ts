import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import type { Recipe } from "../../src/features/reproduction/script/recipe.js";
import { rebuildScript } from "../../src/features/reproduction/script/rebuild-script.js";
import { anyCharacter } from "../support/any-character.js";

/*
 * Scripts contain untrusted values. Here a real shell reads scripts of hostile records: each value must be read
 * unchanged, and none may be executed. An executed value would leave a file.
 */
const folder = mkdtempSync(join(tmpdir(), "lineage-script-"));
afterAll(() => rmSync(folder, { recursive: true }));

const attacks = [
  "$(touch pwned)",
  "`touch pwned`",
  "'; touch pwned; '",
  '"; touch pwned; "',
  "'\ntouch pwned\n'",
  "\ntouch pwned\n",
  "\r\ntouch pwned\r\n",
  "\\'; touch pwned #",
  "'$(touch pwned)'",
  "${IFS}touch${IFS}pwned",
  "&& touch pwned",
  "| touch pwned",
  "-rf",
  "--upload-pack=touch pwned",
  "\\",
  "\\\\'",
  "!!",
  "*",
  "~",
  "COMPARISON\ntouch pwned",
  "}\ntouch pwned\n{",
  "\u2028touch pwned",
  "%s%n",
  "é漢字🙂",
  "\u001B]0;x\u0007",
  "# comment",
  "",
];
const isText = (text: string): boolean => !text.includes("\u0000");
const hostile = fc
  .oneof(
    fc.constantFrom(...attacks),
    fc
      .array(fc.oneof(fc.constantFrom(...attacks), fc.string({ unit: anyCharacter, maxLength: 5 })), { maxLength: 4 })
      .map((parts) => parts.join("")),
  )
  .filter(isText);

const recipes: fc.Arbitrary<Recipe> = fc.record({
  key: hostile,
  run: fc.option(hostile),
  verdict: fc.constant("LOST" as const),
  findings: fc.array(
    fc.record({ code: fc.constant("NO_DIGEST" as const), message: hostile, node: fc.constant(null) }),
    { maxLength: 2 },
  ),
  commit: fc.record({ repository: hostile, sha: hostile, isDirty: fc.constant(true), patchDigest: fc.option(hostile) }),
  environment: fc.record({
    requirements: fc.option(hostile),
    condaYaml: fc.option(hostile),
    image: fc.option(hostile),
    pythonVersion: fc.option(hostile),
  }),
  inputs: fc.array(
    fc.record({
      key: hostile,
      name: hostile,
      version: hostile,
      role: hostile,
      uri: fc.option(hostile),
      digest: fc.option(hostile),
    }),
    { maxLength: 3 },
  ),
  command: fc.option(hostile),
  parameters: fc.array(fc.record({ name: hostile, value: hostile }), { maxLength: 3 }),
  metrics: fc.array(fc.tuple(hostile, fc.double()), { maxLength: 3 }).map((entries) => new Map(entries)),
});

const variables = [
  "repository",
  "sha",
  "patch_digest",
  "python_version",
  "requirements",
  "conda_file",
  "image",
  "command",
  "parameters",
  "metrics",
];

/** The values as the shell reads them; the script's own steps are omitted. */
function valuesRead(script: string): { values: string[]; inputs: string[] } {
  const recorded = script.slice(0, script.lastIndexOf("\n# --- How to run it"));
  const prints = `input() { printf '%s\\0' "$#" "$1" "$2" "$3" "$4"; }\nprintf '%s\\0' ${variables.map((name) => `"$${name}"`).join(" ")}\nrecorded_inputs\n`;
  const { stdout, stderr, status } = spawnSync("sh", ["-eu"], {
    input: `${recorded}\n${prints}`,
    cwd: folder,
    encoding: "utf8",
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const read = stdout.split("\0").slice(0, -1);
  return { values: read.slice(0, variables.length), inputs: read.slice(variables.length) };
}

test("the shell reads every content of a record as a value", () => {
  fc.assert(
    fc.property(recipes, (recipe) => {
      const script = rebuildScript(recipe);
      const { values, inputs } = valuesRead(script);
      const { commit, environment, command } = recipe;
      expect(values.slice(0, 8)).toEqual([
        commit?.repository,
        commit?.sha,
        commit?.patchDigest ?? "",
        environment?.pythonVersion ?? "",
        (environment?.requirements ?? "").trimEnd(),
        (environment?.condaYaml ?? "").trimEnd(),
        environment?.image ?? "",
        command ?? "",
      ]);
      expect(JSON.parse(values[8] ?? "")).toEqual(
        Object.fromEntries(recipe.parameters.map(({ name, value }) => [name, value])),
      );
      expect(Object.keys(JSON.parse(values[9] ?? "") as object)).toEqual(
        Object.keys(Object.fromEntries(recipe.metrics)),
      );
      const digests = new Map(recipe.inputs.toReversed().map(({ key, digest }) => [key, digest ?? ""]));
      expect(inputs.filter((_, index) => index % 5 === 0)).toEqual([...digests].map(() => "4"));
      expect(inputs.filter((_, index) => index % 5 === 3).sort()).toEqual([...digests.values()].sort());
      // No name leads out of its folder.
      for (const path of inputs.filter((_, index) => index % 5 === 2))
        expect(join("/data", path)).toMatch(/^\/data\/./s);
      expect(readdirSync(folder)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test.each(["sh", "bash"])("a whole script of hostile records is read by %s without an error", (shell) => {
  for (const attack of attacks) {
    const script = rebuildScript({
      key: attack,
      run: attack,
      verdict: "LOST",
      findings: [{ code: "NO_RUN", message: attack, node: null }],
      commit: { repository: attack, sha: attack, isDirty: true, patchDigest: attack },
      environment: { requirements: attack, condaYaml: attack, image: attack, pythonVersion: attack },
      inputs: [{ key: attack, name: attack, version: attack, role: attack, uri: attack, digest: attack }],
      command: attack,
      parameters: [{ name: attack, value: attack }],
      metrics: new Map([[attack, 1]]),
    });
    const { status, stderr } = spawnSync(shell, ["-n"], { input: script, encoding: "utf8" });
    expect({ attack, status, stderr }).toEqual({ attack, status: 0, stderr: "" });
  }
});

test("a script of hostile records ends at the first step that fails, without any other effect", () => {
  for (const attack of attacks.filter((text) => text !== "")) {
    const script = rebuildScript({
      key: attack,
      run: attack,
      verdict: "LOST",
      findings: [],
      commit: { repository: attack, sha: attack, isDirty: true, patchDigest: attack },
      environment: null,
      inputs: [],
      command: null,
      parameters: [],
      metrics: new Map(),
    });
    const { status, stderr } = spawnSync("sh", ["-s"], {
      input: script,
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, GIT_TERMINAL_PROMPT: "0" },
    });
    expect({ attack, status }).toEqual({ attack, status: 1 });
    expect(stderr).toContain("error: the repository could not be cloned");
    expect(stderr).not.toContain("\u001B");
    expect(readdirSync(folder)).toEqual(["rebuild"]);
    rmSync(join(folder, "rebuild"), { recursive: true });
  }
});
