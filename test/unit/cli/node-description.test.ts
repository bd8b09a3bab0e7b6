import pc from "picocolors";
import type { NodeDetails } from "../../../src/adapters/cli/node/node-details.js";
import { renderNode } from "../../../src/adapters/cli/node/show.command.js";

const colors = pc.createColors(false);
const common = {
  id: "aWQ",
  namespace: "acme",
  isStub: false,
  recordedAt: "2026-05-02T10:00:00.000Z",
  tombstone: null,
  recalls: [],
  notes: [],
};
const run = { key: "run:acme/r1", kind: "RUN", label: "nightly", namespace: "acme", isStub: false } as const;
const snapshot = {
  key: "snapshot:acme/train@v3",
  kind: "DATASET_SNAPSHOT",
  label: "train@v3",
  namespace: "acme",
  isStub: false,
} as const;

test("a snapshot: recorded fields, and the runs that used it", () => {
  const node: NodeDetails = {
    __typename: "DatasetSnapshot",
    ...common,
    ...snapshot,
    dataset: { namespace: "acme", name: "train" },
    version: "v3",
    digest: null,
    uri: "s3://acme/train",
    sizeBytes: 9_007_199_254_740_991,
    rowCount: 12000,
    createdAt: null,
    producedBy: null,
    usedBy: { totalCount: 1_021, edges: [{ node: run }] },
  };
  expect(renderNode(node, colors).split("\n")).toEqual([
    "train@v3  snapshot",
    "  dataset    train",
    "  namespace  acme",
    "  version    v3",
    "  uri        s3://acme/train",
    "  bytes      9,007,199,254,740,991",
    "  rows       12,000",
    "  recorded   2026-05-02T10:00:00.000Z",
    "  key        snapshot:acme/train@v3",
    "  id         aWQ",
    "",
    "used by (1 of 1,021)",
    "  run  run:acme/r1",
  ]);
});

test("a stub shows that it was never registered", () => {
  const node: NodeDetails = {
    __typename: "CodeCommit",
    ...common,
    kind: "CODE_COMMIT",
    key: "commit:r@4f2a91",
    label: "4f2a91",
    isStub: true,
    repository: "r",
    sha: "4f2a91",
    dirty: false,
    message: null,
  };
  const [title, stub] = renderNode(node, colors).split("\n");
  expect(title).toBe("4f2a91  commit (stub)");
  expect(stub).toMatch(/^ {2}stub +only referenced by other facts, never registered$/);
});

test("a run: parameters, metrics with step and data, inputs with their roles", () => {
  const node: NodeDetails = {
    __typename: "Run",
    ...common,
    ...run,
    externalId: "r1",
    name: "nightly",
    experiment: null,
    status: "COMPLETED",
    startedAt: null,
    endedAt: null,
    by: "ada",
    parameters: [{ name: "C", value: "1.0\u001b[0m" }],
    tags: [],
    metrics: [
      { name: "auc", text: "NaN", step: 3, dataset: snapshot },
      { name: "f1", text: "0.5", step: null, dataset: null },
    ],
    inputs: [{ role: "training", inferred: false, node: snapshot }],
    outputs: [],
    codeCommit: null,
    environment: null,
  };
  expect(renderNode(node, colors)).toContain(
    [
      "parameters",
      "  C  1.0\\u001b[0m",
      "",
      "metrics",
      "  auc  NaN  step 3  on train@v3",
      "  f1   0.5",
      "",
      "inputs",
      "  training  snapshot  snapshot:acme/train@v3",
    ].join("\n"),
  );
  expect(renderNode(node, colors)).not.toContain("outputs");
});

test("an environment: packages by version, specifier or address, with markers", () => {
  const blank = { version: null, specifier: null, marker: null, url: null };
  const node: NodeDetails = {
    __typename: "Environment",
    ...common,
    key: "environment:@sha256:1",
    kind: "ENVIRONMENT",
    label: "sha256:1",
    digest: "sha256:1",
    imageUri: null,
    pythonVersion: "3.11",
    pinned: false,
    packages: [
      { ...blank, name: "numpy", version: "2.1.0" },
      { ...blank, name: "pandas", specifier: ">=2" },
      { ...blank, name: "own", url: "git+https://x" },
      { ...blank, name: "six", marker: "python_version<'3'" },
    ],
  };
  expect(renderNode(node, colors)).toContain(
    [
      "packages (4)",
      "  numpy   2.1.0",
      "  pandas  >=2",
      "  own     git+https://x",
      "  six     any version    ; python_version<'3'",
    ].join("\n"),
  );
  expect(renderNode(node, colors)).toContain("pinned    no");
});

test("decisions and notes: the deletion first, then recalls and notes", () => {
  const node: NodeDetails = {
    __typename: "CodeCommit",
    ...common,
    kind: "CODE_COMMIT",
    key: "commit:r@4f2a91",
    label: "4f2a91",
    repository: "r",
    sha: "4f2a91",
    dirty: false,
    message: null,
    tombstone: { at: "2026-05-03T00:00:00.000Z", by: "ada", reason: "consent withdrawn" },
    recalls: [{ id: "cmVj", openedAt: "2026-05-04T00:00:00.000Z", reason: "leak" }],
    notes: [{ at: "2026-05-05T00:00:00.000Z", by: "grace", text: "kept in the vault\nsee\u001b[31m there" }],
  };
  const lines = renderNode(node, colors).split("\n");
  expect(lines[1]).toMatch(/^ {2}deleted +2026-05-03T00:00:00.000Z by ada: consent withdrawn$/);
  expect(lines.slice(lines.indexOf("open recalls"))).toEqual([
    "open recalls",
    expect.stringMatching(/2026-05-04T00:00:00.000Z +leak +cmVj/),
    "",
    "notes",
    expect.stringMatching(/2026-05-05T00:00:00.000Z +grace +kept in the vault/),
  ]);
  expect(lines.join("")).not.toContain("\u001b");
});
