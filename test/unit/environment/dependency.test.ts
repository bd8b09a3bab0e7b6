import { readFileSync } from "node:fs";
import { parseRequirementsFile } from "../../../src/core/python/requirements-file.js";
import { formatSpecifiers } from "../../../src/core/python/specifier.js";

interface Expected {
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: string;
  readonly marker: string | null;
  readonly url: string | null;
}
const oracle: { lines: [string, Expected | null][] } = JSON.parse(
  readFileSync(new URL("../../fixtures/packaging/dependencies.json", import.meta.url), "utf8"),
);

test.each(oracle.lines)("%j is parsed as by packaging", (text, expected) => {
  const { requirements, invalid } = parseRequirementsFile(text);
  const read = requirements.map(({ name, extras, specifiers, marker, url }) => ({
    name,
    extras,
    specifier: formatSpecifiers(specifiers),
    marker,
    url,
  }));
  expect({ read, refused: invalid.length }).toEqual(
    expected ? { read: [expected], refused: 0 } : { read: [], refused: 1 },
  );
});

test.each([
  ["numpy=1.0", "use == to pin a version"],
  ["numpy==", "no version follows =="],
  ["numpy>=1.0rc1.*", ".*"],
  ["numpy>1,,<2", "a condition is missing next to a comma"],
  ["numpy~=1", "two numbers or more"],
  ["numpy; python_version > 3", "a marker variable or a quoted text"],
  ["numpy; (os_name == 'a'", ") after the marker expression"],
  ["numpy[a", "a comma or ] after an extra"],
  ["git@git.example.com:acme/x.git", "neither an address with a scheme nor a path"],
  ["-e https://files.example.com/x.zip", "cannot be editable"],
  ["x.whl", "is not the file name of a wheel"],
  ["numpy --hash=md5:00", "is not sha256, sha384 or sha512"],
  ["numpy --hash", "--hash requires a value"],
  ["--pre=1", "--pre takes no value"],
  ["--no x", "is ambiguous: --no-binary or --no-index"],
  ["-r 'a", "a ' is not closed"],
  [`${"x".repeat(201)}==1`, "201 characters, more than the limit of 200"],
  [`x==${"1".repeat(9_000)}`, "9003 characters, more than the limit of 8000"],
  [`x; ${"(".repeat(200)}os_name=='a'`, "fewer than 100 nested parentheses"],
])("%j is rejected with a helpful reason: %s", (text, reason) => {
  const [line] = parseRequirementsFile(text).invalid;
  expect(line?.why).toContain(reason);
});

test.each([
  [
    "-e ./lib[dev] ; python_version < '3'",
    { url: "./lib", extras: ["dev"], marker: 'python_version < "3"', editable: true },
  ],
  [
    "-e git://git.example.com/x#egg=x[y]",
    { url: "git+git://git.example.com/x#egg=x[y]", name: "x", extras: ["y"], isVcs: true },
  ],
  ["./wheels/a_b-1.0-1-py3-none-any.whl[gpu]", { name: "a-b", pinned: "1.0", extras: ["gpu"] }],
  [
    "https://files.example.com/a.zip;x ; os_name=='a'",
    { url: "https://files.example.com/a.zip;x", marker: 'os_name == "a"' },
  ],
  ["C:\\wheels\\a-1.0-py3-none-any.whl", { name: "a", pinned: "1.0", isLocalPath: true }],
  [
    "a==1 -C k=v --global-option '-q -v'",
    {
      buildOptions: [
        { name: "--config-settings", value: "k=v" },
        { name: "--global-option", value: "-q -v" },
      ],
    },
  ],
])("%j is parsed", (text, expected) => {
  const { requirements, invalid } = parseRequirementsFile(text);
  expect(invalid).toEqual([]);
  expect(requirements).toEqual([expect.objectContaining(expected)]);
});
