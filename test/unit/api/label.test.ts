import { labelOf } from "../../../src/core/api/node/label.js";
import { toLineageNode } from "../../../src/core/api/node/lineage-node.js";
import {
  commitKey,
  datasetKey,
  deploymentKey,
  environmentKey,
  modelVersionKey,
  runKey,
  snapshotKey,
} from "../../../src/core/shared/key.js";

const sha = "a0d5aef0c1d2e3f4a5b6c7d8e9f0a1b2c3d4e5f6";

test.each([
  [snapshotKey("s3://lake", "raw/train", "v3"), null, "raw/train@v3"],
  [snapshotKey("s3://lake", "a@b", "2026/01"), null, "a@b@2026/01"],
  [commitKey("https://git.example.com/acme/screening-pipeline.git", sha), null, "screening-pipeline@a0d5aef0"],
  [commitKey("git@example.com:acme/tools/", "main"), null, "tools@main"],
  [environmentKey(`sha256:${sha}`), null, "sha256:a0d5aef0"],
  [environmentKey("md5:short"), null, "md5:short"],
  [runKey("acme", "r-1"), null, "r-1"],
  [runKey("acme", "r-1"), "", "r-1"],
  [runKey("acme", "r-1"), "Nightly", "Nightly"],
  [modelVersionKey("acme", "churn", "7"), null, "churn@7"],
  [deploymentKey("acme", "churn-api", modelVersionKey("acme", "churn", "7"), 0), "churn@7", "churn@7 at churn-api"],
  [datasetKey("acme", "rows"), null, "rows"],
  ["no key", null, "no key"],
])("%s with the title %j is called %s", (key, title, label) => expect(labelOf({ key, title })).toBe(label));

test("common fields of nodes are derived from key, title and time alone", () => {
  expect(
    toLineageNode({ key: runKey("acme", "r/1"), title: "Nightly", recordedAt: 5, isStub: false, depth: 2 }),
  ).toEqual({
    __typename: "Run",
    id: expect.any(String),
    key: "run:acme/r%2F1",
    kind: "RUN",
    label: "Nightly",
    namespace: "acme",
    title: "Nightly",
    recordedAt: 5,
    isStub: false,
    depth: 2,
  });
  expect(toLineageNode({ key: environmentKey("sha256:ab"), recordedAt: 5, isStub: false })).toMatchObject({
    __typename: "Environment",
    kind: "ENVIRONMENT",
    namespace: "environments",
  });
  expect(
    toLineageNode({ key: commitKey("https://git.example.com/a", sha), recordedAt: 5, isStub: false }),
  ).toMatchObject({
    kind: "CODE_COMMIT",
    namespace: "https://git.example.com/a",
  });
  expect(() => toLineageNode({ key: datasetKey("acme", "rows"), recordedAt: 5, isStub: false })).toThrow(
    "dataset:acme/rows is not the key of a lineage node",
  );
});
