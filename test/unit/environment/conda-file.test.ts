import { readFileSync } from "node:fs";
import { parseCondaDependency } from "../../../src/catalog/environment/conda-dependency.js";
import { parseCondaFile } from "../../../src/catalog/environment/conda-file.js";
import { describeEnvironment } from "../../../src/catalog/environment/environment-content.js";
import { parsePythonEnvFile } from "../../../src/catalog/environment/python-env-file.js";
import { normalizeName } from "../../../src/core/python/package-name.js";
import type { RequirementsFile } from "../../../src/core/python/requirements-file.js";
import { formatSpecifiers } from "../../../src/core/python/specifier.js";
import { InvalidInputError, LimitExceededError } from "../../../src/core/shared/errors.js";

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/requirements/${name}`, import.meta.url), "utf8");

function asOracle({ requirements }: RequirementsFile) {
  return requirements.map(({ raw, name, specifiers, pinned, extras, url }) => ({
    raw,
    normalizedName: normalizeName(name ?? ""),
    specifier: formatSpecifiers(specifiers),
    pinned,
    extras,
    url,
  }));
}

test.each(["environment.yml", "mlflow-conda.yaml"])("%s is read like the oracle, field by field", (file) => {
  const { name, channels, dependencies, pip, invalid } = parseCondaFile(fixture(file));
  const { note: _note, ...expected } = JSON.parse(fixture(`${file.split(".")[0]}.expected.json`));
  const withoutOwnFields = dependencies.map(({ raw, channel, name: dependency, version, build, pinned }) => ({
    raw,
    channel,
    name: dependency,
    version,
    build,
    pinned,
  }));
  expect({ file, name, channels, dependencies: withoutOwnFields, pip: asOracle(pip) }).toEqual(expected);
  expect(invalid).toEqual([]);
});

test("python_env.yaml is read like the oracle, field by field", () => {
  const { python, buildDependencies, dependencies } = parsePythonEnvFile(fixture("python_env.yaml"));
  const build = asOracle(buildDependencies).map(({ raw, normalizedName, specifier, pinned }) => ({
    raw,
    normalizedName,
    specifier,
    pinned,
  }));
  const options = dependencies.optionLines.map(({ raw }) => ({ raw, option: true }));
  expect({ file: "python_env.yaml", python, buildDependencies: build, dependencies: options }).toEqual(
    JSON.parse(fixture("python_env.expected.json")),
  );
});

test.each([
  ["numpy", null, null, null, null],
  ["numpy=1.26", "1.26", null, null, "=1.26"],
  ["numpy==1.26.4", "1.26.4", null, "1.26.4", "==1.26.4"],
  ["numpy 1.26.4", "1.26.4", null, "1.26.4", "1.26.4"],
  ["numpy 1.26.4 py311_0", "1.26.4", "py311_0", "1.26.4", "1.26.4 py311_0"],
  ["numpy=1.26.4=py311_0", "1.26.4", "py311_0", "1.26.4", "=1.26.4=py311_0"],
  ["numpy >= 1.26 , < 2", ">=1.26,<2", null, null, ">=1.26,<2"],
  ["numpy=1.26.*=py311_0", "1.26.*", "py311_0", null, "=1.26.*=py311_0"],
  ["numpy 1.8|1.9", "1.8|1.9", null, null, "1.8|1.9"],
  ["numpy[build=cuda*]", null, null, null, "[build=cuda*]"],
  ["openssl=1.1.1w=h0", "1.1.1w", "h0", "1.1.1w", "=1.1.1w=h0"],
])("conda's %j", (raw, version, build, pinned, specifier) => {
  expect(parseCondaDependency(raw, 3)).toEqual({
    line: 3,
    raw,
    channel: null,
    name: /^[a-z]+/.exec(raw)?.[0],
    version,
    build,
    pinned,
    specifier,
  });
});

test.each([
  "",
  "::numpy",
  "=1.0",
  "numpy=",
  "numpy 1 2 3",
  "numpy=1=",
  "numpy@1",
  "numpy[a",
  "numpy=1;rm",
  "x".repeat(2_000),
])("conda's %j is rejected", (raw) => {
  expect(() => parseCondaDependency(raw, 1)).toThrow(InvalidInputError);
});

test("a conda file's environment contains the packages of conda and pip, and its Python", () => {
  const { packages, pythonVersion, pinned } = describeEnvironment({ condaYaml: fixture("environment.yml") });
  expect(pythonVersion).toBe("3.11.7");
  expect(pinned).toBe(false);
  expect(packages.map(({ manager, name, version }) => [manager, name, version])).toEqual([
    ["conda", "_libgcc_mutex", "0.1"],
    ["pip", "acme-features", null],
    ["conda", "bzip2", "1.0.8"],
    ["conda", "ca-certificates", "2026.1.4"],
    ["pip", "mlflow", "3.17.2"],
    ["conda", "numpy", "2.4.6"],
    ["conda", "openblas", null],
    ["pip", "openlineage-python", "1.54.0"],
    ["conda", "pip", null],
    ["conda", "python", "3.11.7"],
    ["conda", "scikit-learn", "1.9.1"],
  ]);
  expect(packages.find(({ name }) => name === "openblas")).toMatchObject({ channel: "conda-forge" });
});

test("name, prefix, comments and order do not affect the digest of a conda file; the order of channels does", () => {
  const digest = (channels: string, dependencies: string) =>
    describeEnvironment({ condaYaml: `channels: [${channels}]\ndependencies: [${dependencies}]\n` }).digest;
  const same =
    "# c\nname: x\nprefix: /p\r\ndependencies:\r\n  - pip: [b == 1]\r\n  - A=1=0 # why\r\nchannels:\r\n  - c\r\n  - d\r\n";
  expect(describeEnvironment({ condaYaml: same }).digest).toBe(digest("c, d", "a=1=0, {pip: [b==1]}"));
  expect(digest("d, c", "a=1=0, {pip: [b==1]}")).not.toBe(digest("c, d", "a=1=0, {pip: [b==1]}"));
});

test("invalid lines of both kinds are reported with their line in the YAML", () => {
  const condaYaml = "dependencies:\n  - numpy=\n  - pip:\n      - a==1\n      - b=>1\n";
  expect(() => describeEnvironment({ condaYaml })).toThrow(
    /condaYaml has 2 lines .*line 2, "numpy=": .*line 5, "b=>1": /,
  );
});

test.each([
  ["just text", /not a YAML mapping/],
  ["", /not a YAML mapping/],
  ["- a", /not a YAML mapping/],
  ["name: x", /it has no dependencies/],
  ["a: [", /line 1, is not YAML/],
  ["dependencies: x", /not a list/],
  ["dependencies: [[a]]", /only pip/],
  ["dependencies: [{npm: [a]}]", /only pip/],
  ["dependencies: [{pip: [[a]]}]", /not a string/],
  ["dependencies: [&a b, *a]", /alias/],
  ["a: 1\na: 2", /not YAML/],
  ["a: 1\n---\nb: 1", /not YAML/],
])("%j is rejected as a conda file", (text, message) => {
  expect(() => parseCondaFile(text)).toThrow(message);
  expect(() => parseCondaFile(text)).toThrow(InvalidInputError);
});

test("a conda file without pip items, and one that is too long", () => {
  expect(parseCondaFile("dependencies:\n- a\n- pip:\n").dependencies).toHaveLength(1);
  expect(() => parseCondaFile(`dependencies: [a]\n#${"x".repeat(100_000)}`)).toThrow(LimitExceededError);
});

test("a version that looks like a number remains text", () => {
  expect(parsePythonEnvFile("python: 3.10\n").python).toBe("3.10");
});
