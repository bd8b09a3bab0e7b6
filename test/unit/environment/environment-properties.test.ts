import fc from "fast-check";
import { describeEnvironment } from "../../../src/catalog/environment/environment-content.js";
import { redactCredentials } from "../../../src/catalog/environment/redact-credentials.js";
import { decodeText } from "../../../src/core/python/decode-text.js";
import { parseRequirementsFile } from "../../../src/core/python/requirements-file.js";
import { matchesSpecifier } from "../../../src/core/python/specifier.js";
import { actionable } from "../../support/actionable.js";
import { anyCharacter } from "../../support/any-character.js";

const piece = fc.constantFrom(
  "numpy",
  "a_B",
  "==",
  "===",
  "~=",
  ">=",
  "<",
  "1.0",
  "1.*",
  "rc1",
  "+cu",
  ",",
  ";",
  " ",
  "\t",
  "\n",
  "\r\n",
  "\\\n",
  "\\",
  "#",
  " # c",
  "[",
  "]",
  "(",
  ")",
  "'",
  '"',
  "python_version",
  " in ",
  " not in ",
  " and ",
  "extra",
  "@",
  "https://u:p@h/x.whl",
  "git+ssh://",
  "#egg=",
  "&",
  "./",
  "-e ",
  "-r ",
  "--hash=sha256:00",
  "--pre",
  "--index-url",
  "=",
  "-",
  ":",
  "- ",
  "pip:",
  "dependencies:\n",
  "  ",
  "{",
  "}",
  "|",
  ">",
  "%",
  "*",
  "!",
  "?",
  "\u0000",
  "\uD800",
  "\uFEFF",
  "é",
  "\u2028",
  "9".repeat(50),
);
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
  fc.string({ unit: anyCharacter, maxLength: 200 }),
);

test("every invalid text results in an actionable error", () => {
  fc.assert(
    fc.property(hostile, hostile, (text, other) => {
      actionable(() => describeEnvironment({ requirements: text }));
      actionable(() => describeEnvironment({ condaYaml: text }));
      actionable(() =>
        describeEnvironment({
          condaYaml: `dependencies:\n- pip:\n  - ${JSON.stringify(text)}\n- ${JSON.stringify(other)}`,
        }),
      );
      actionable(() => describeEnvironment({ imageUri: text, imageDigest: other, pythonVersion: other }));
      actionable(() => matchesSpecifier(other, text));
    }),
    { numRuns: 2_000 },
  );
});

test("any bytes are decoded", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(typeof decodeText(bytes)).toBe("string");
    }),
  );
});

test("every line of a file is a requirement, an option, invalid, a comment or empty", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a==1", "-r x", "=1", "# c", "", "  ", "b # c"), { maxLength: 20 }),
      (lines) => {
        const file = parseRequirementsFile(lines.join("\n"));
        const read = [...file.requirements, ...file.optionLines, ...file.invalid]
          .map(({ line, raw }) => [line, raw])
          .sort();
        const expected = lines
          .flatMap((line, at) => (/^[a=-]|^b/.test(line) ? [[at + 1, line.replace(" # c", "")]] : []))
          .sort();
        expect(read).toEqual(expected);
        expect(file.comments.map(({ line }) => line)).toEqual(
          lines.flatMap((line, at) => (line.includes("#") ? [at + 1] : [])),
        );
      },
    ),
  );
});

const name = fc.constantFrom("numpy", "scipy", "Flask_App", "zope.x", "torch");
const line = fc
  .tuple(
    name,
    fc.constantFrom("", "[b,a]"),
    fc.constantFrom("", "==1.0", ">=1,<2", "==2rc1"),
    fc.constantFrom("", " ; os_name == 'nt'", ";extra=='A'"),
  )
  .map((parts) => parts.join(""));
const disguise = fc.constantFrom(
  (text: string) => text,
  (text: string) => `  ${text}  # why`,
  (text: string) => `# c\n\n${text}`,
  (text: string) => text.replace("==1", " == v1"),
  (text: string) => text.toUpperCase().replace(/ ?;.*/, "") + (/ ?;.*/.exec(text)?.[0] ?? ""),
  (text: string) => text.replace(/(?<=\w)[=<>]/, " \\\n   $&"),
  (text: string) => text.replaceAll("'", '"'),
  (text: string) => text.replaceAll("_App", ".-app"),
);
const disguised = fc.array(fc.tuple(line, disguise), { minLength: 1, maxLength: 12 }).chain((lines) =>
  fc.tuple(
    fc.constant(lines.map(([text]) => text)),
    fc.shuffledSubarray(lines, { minLength: lines.length }).map((order) => order.map(([text, change]) => change(text))),
    fc.constantFrom("\n", "\r\n", "\n\n"),
  ),
);

test("the digest depends only on the requirements, not on order, spelling, spaces, comments or line ends", () => {
  fc.assert(
    fc.property(disguised, ([plain, changed, lineEnd]) => {
      const one = describeEnvironment({ requirements: plain.join("\n") });
      const other = describeEnvironment({
        requirements: changed.join("\n").replaceAll("\n", lineEnd === "\n\n" ? "\n" : lineEnd) + lineEnd,
      });
      expect(other.packages).toEqual(one.packages);
      expect(other.digest).toBe(one.digest);
    }),
    { numRuns: 500 },
  );
});

test("masking is idempotent", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const once = redactCredentials(text);
      expect(redactCredentials(once)).toBe(once);
    }),
    { numRuns: 5_000 },
  );
});

test("the stored text describes the same environment", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const content = actionable(() => describeEnvironment({ requirements: text }));
      if (content?.requirements == null) return;
      expect(describeEnvironment({ requirements: content.requirements }).digest).toBe(content.digest);
    }),
    { numRuns: 2_000 },
  );
});
