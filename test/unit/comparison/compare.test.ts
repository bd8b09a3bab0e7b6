import { type ComparedSide, compare } from "../../../src/features/comparison/compare.js";
import { compareInputs } from "../../../src/features/comparison/compare-inputs.js";
import { type ComparedPackage, comparePackages } from "../../../src/features/comparison/compare-packages.js";
import { compareUrl } from "../../../src/features/comparison/compare-url.js";

const side: ComparedSide = {
  data: [],
  models: [],
  commit: null,
  environment: null,
  packages: [],
  parameters: new Map(),
  metrics: new Map(),
  unknown: [],
};
const used = (container: string, role: string, version: string) => ({
  container,
  role,
  key: `${container}@${version}`,
});
const told = (changes: readonly { change: string; name: string; left: unknown; right: unknown }[]) =>
  changes.map(({ change, name, left, right }) => `${change} ${name} ${left} ${right}`);

test("equal values are not listed", () => {
  const full: ComparedSide = {
    ...side,
    data: [used("d", "training", "1")],
    commit: { key: "c", isDirty: false, patchDigest: null },
    environment: "e",
    packages: [{ name: "numpy", version: "1", specifier: null, marker: null, url: null }],
    parameters: new Map([["a", "1"]]),
    metrics: new Map([
      ["auc", 0.5],
      ["loss", NaN],
      ["zero", 0],
    ]),
  };
  expect(
    compare(full, {
      ...full,
      metrics: new Map([
        ["zero", -0],
        ["loss", NaN],
        ["auc", 0.5],
      ]),
    }),
  ).toEqual({ data: [], models: [], isSameCode: true, packages: [], parameters: [], metrics: [], notCompared: [] });
});

test("changes precede additions and removals, then by name; values are compared as text, not as numbers", () => {
  const { parameters } = compare(
    {
      ...side,
      parameters: new Map([
        ["z", "1"],
        ["b", "10"],
        ["gone", "x"],
      ]),
    },
    {
      ...side,
      parameters: new Map([
        ["z", "2"],
        ["b", "10.0"],
        ["a", "new"],
      ]),
    },
  );
  expect(told(parameters)).toEqual(["CHANGED b 10 10.0", "CHANGED z 1 2", "ADDED a null new", "REMOVED gone x null"]);
});

test("the difference of metrics is a decimal subtraction; with a value that is not finite it is unknown", () => {
  const { metrics } = compare(
    {
      ...side,
      metrics: new Map([
        ["auc", 0.7859],
        ["loss", NaN],
        ["old", 1],
      ]),
    },
    {
      ...side,
      metrics: new Map([
        ["auc", 0.7861],
        ["loss", 0.2],
        ["new", Infinity],
      ]),
    },
  );
  expect(metrics).toEqual([
    { change: "CHANGED", name: "auc", left: 0.7859, right: 0.7861, difference: 0.0002 },
    { change: "CHANGED", name: "loss", left: null, right: 0.2, difference: null },
    { change: "ADDED", name: "new", left: null, right: null, difference: null },
    { change: "REMOVED", name: "old", left: 1, right: null, difference: null },
  ]);
});

test.each([
  ["nothing known of the left side", null, { key: "c", isDirty: false, patchDigest: null }, false],
  ["nothing known of either", null, null, false],
  [
    "another commit",
    { key: "b", isDirty: false, patchDigest: null },
    { key: "c", isDirty: false, patchDigest: null },
    false,
  ],
  [
    "the same commit",
    { key: "c", isDirty: false, patchDigest: null },
    { key: "c", isDirty: false, patchDigest: null },
    true,
  ],
  [
    "the same commit with the same patch",
    { key: "c", isDirty: true, patchDigest: "sha256:a" },
    { key: "c", isDirty: true, patchDigest: "sha256:a" },
    true,
  ],
  [
    "the same commit with changes that nobody kept",
    { key: "c", isDirty: true, patchDigest: null },
    { key: "c", isDirty: true, patchDigest: null },
    false,
  ],
])("code, %s", (_, left, right, isSame) =>
  expect(compare({ ...side, commit: left }, { ...side, commit: right }).isSameCode).toBe(isSame),
);

test("parts that one side does not record are listed as not compared, not as differences", () => {
  const right: ComparedSide = { ...side, packages: null, unknown: ["no environment is recorded"] };
  const left: ComparedSide = {
    ...side,
    packages: [{ name: "numpy", version: "1", specifier: null, marker: null, url: null }],
    unknown: ["no commit is recorded"],
  };
  expect(compare(left, right)).toMatchObject({
    packages: [],
    notCompared: ["left: no commit is recorded", "right: no environment is recorded"],
  });
});

describe("data", () => {
  test("by dataset and role: replaced, added, removed; training data first", () => {
    const left = [
      used("holdout", "validation", "1"),
      used("train", "training", "1"),
      used("same", "training", "1"),
      used("a-gone", "test", "1"),
    ];
    const right = [
      used("holdout", "validation", "2"),
      used("train", "training", "2"),
      used("same", "training", "1"),
      used("same", "validation", "1"),
    ];
    expect(compareInputs(left, right)).toEqual([
      { change: "CHANGED", container: "train", role: "training", left: "train@1", right: "train@2" },
      { change: "CHANGED", container: "holdout", role: "validation", left: "holdout@1", right: "holdout@2" },
      { change: "ADDED", container: "same", role: "validation", left: null, right: "same@1" },
      { change: "REMOVED", container: "a-gone", role: "test", left: "a-gone@1", right: null },
    ]);
  });

  test("with several snapshots of one dataset, it is unknown which replaced which", () => {
    const days = (...versions: string[]) => versions.map((version) => used("log", "training", version));
    expect(
      compareInputs(days("1", "2", "3"), days("2", "3", "4", "5")).map(
        ({ change, left, right }) => `${change} ${left} ${right}`,
      ),
    ).toEqual(["ADDED null log@4", "ADDED null log@5", "REMOVED log@1 null"]);
    expect(
      compareInputs(days("1", "2", "3"), days("2", "3", "4")).map(
        ({ change, left, right }) => `${change} ${left} ${right}`,
      ),
    ).toEqual(["CHANGED log@1 log@4"]);
  });
});

describe("packages", () => {
  const one = (name: string, more: Partial<ComparedPackage>): ComparedPackage => ({
    name,
    version: null,
    specifier: null,
    marker: null,
    url: null,
    ...more,
  });

  test("the pinned version, otherwise the specifier, the address or null", () => {
    const left = [
      one("a", { version: "1", specifier: "==1" }),
      one("b", { specifier: ">=2" }),
      one("c", {}),
      one("d", { url: "git+https://x@1" }),
    ];
    const right = [
      one("a", { version: "2", specifier: "==2" }),
      one("b", {}),
      one("c", { specifier: "<3" }),
      one("d", { version: "4" }),
      one("e", {}),
    ];
    expect(told(comparePackages(left, right))).toEqual([
      "CHANGED a 1 2",
      "CHANGED b >=2 null",
      "CHANGED c null <3",
      "CHANGED d git+https://x@1 4",
      "ADDED e null null",
    ]);
  });

  test("markers if they distinguish lines or changed", () => {
    const old = one("numpy", { version: "1.26", marker: 'python_version < "3.12"' });
    const young = one("numpy", { version: "2.0", marker: 'python_version >= "3.12"' });
    expect(told(comparePackages([old, young], [one("numpy", { version: "2.0" })]))).toEqual([
      'CHANGED numpy 1.26; python_version < "3.12", 2.0; python_version >= "3.12" 2.0',
    ]);
    expect(told(comparePackages([old], [{ ...old, version: "1.27" }]))).toEqual(["CHANGED numpy 1.26 1.27"]);
    expect(told(comparePackages([old], [{ ...old, marker: null }]))).toEqual([
      'CHANGED numpy 1.26; python_version < "3.12" 1.26',
    ]);
    expect(comparePackages([old, young], [young, old])).toEqual([]);
  });
});

const [a, b] = ["a".repeat(40), "b".repeat(40)];
test.each([
  [
    "https://github.com/acme/credit",
    "https://github.com/acme/credit.git",
    `https://github.com/acme/credit/compare/${a}...${b}`,
  ],
  [
    "git@github.com:acme/credit.git",
    "ssh://git@github.com/acme/credit",
    `https://github.com/acme/credit/compare/${a}...${b}`,
  ],
  [
    "github.com/acme/credit",
    "https://user:****@GitHub.com/acme/credit/",
    `https://github.com/acme/credit/compare/${a}...${b}`,
  ],
  [
    "https://gitlab.example.com/ml/team/credit.git",
    "git@gitlab.example.com:ml/team/credit.git",
    `https://gitlab.example.com/ml/team/credit/-/compare/${a}...${b}`,
  ],
  ["https://git.example.com/acme/credit", "https://git.example.com/acme/credit", null],
  ["https://github.com/acme/credit", "https://github.com/acme/other", null],
  ["https://evil.example/github.com/acme/credit", "https://evil.example/github.com/acme/credit", null],
  ["https://github.com/acme/../credit", "https://github.com/acme/../credit", null],
  ["javascript:alert(1)//github.com/a/b", "javascript:alert(1)//github.com/a/b", null],
  ["credit", "credit", null],
])("%s and %s are compared at %s", (left, right, url) => {
  expect(compareUrl({ repository: left, sha: a }, { repository: right, sha: b })).toBe(url);
});

test("commits that are not hashes, or one commit with and without a patch, have no comparison address", () => {
  const repository = "https://github.com/acme/credit";
  expect(compareUrl({ repository, sha: "main" }, { repository, sha: a })).toBeNull();
  expect(compareUrl({ repository, sha: a }, { repository, sha: `${a}+0123456789ab` })).toBeNull();
  expect(compareUrl({ repository, sha: `${b}+0123456789ab` }, { repository, sha: a })).toBe(
    `${repository}/compare/${b}...${a}`,
  );
});
