import "reflect-metadata";
import fc from "fast-check";
import { readLooseName } from "../../../src/catalog/reference/loose-name.js";
import { datasetKey, endpointKey, modelKey, snapshotKey, toGlobalId } from "../../../src/core/shared/key.js";
import { anyCharacter } from "../../support/any-character.js";

const name = (namespace: string | null, text: string, version: string | null = null, title: string | null = null) => ({
  namespace,
  name: text,
  version,
  title,
});

test("a key or a global id has no other interpretation", () => {
  const key = snapshotKey("s3://lake", "a/b", "1");
  for (const text of [key, toGlobalId(key), ` ${key} `])
    expect(readLooseName(text)).toMatchObject({ key, names: [], hashes: [], digests: [], title: "" });
});

test.each([
  [datasetKey("s3://lake", "a/b"), "s3://lake", "a/b", "DatasetSnapshot"],
  [modelKey("acme", "m"), "acme", "m", "ModelVersion"],
  [endpointKey("acme", "e"), "acme", "e", "Deployment"],
])("%s, the key of a container, matches its contents", (key, namespace, contained, label) => {
  for (const text of [key, toGlobalId(key)])
    expect(readLooseName(text)).toMatchObject({ key: null, names: [name(namespace, contained)], labels: [label] });
});

test("every slash of a name may end a namespace, and the last @ may precede a version", () => {
  expect(readLooseName("s3://lake/a@2").names).toEqual([
    name(null, "s3://lake/a@2"),
    name("s3:", "/lake/a@2"),
    name("s3:/", "lake/a@2"),
    name("s3://lake", "a@2"),
    name(null, "s3://lake/a", "2"),
    name("s3:", "/lake/a", "2"),
    name("s3:/", "lake/a", "2"),
    name("s3://lake", "a", "2"),
  ]);
  expect(readLooseName("@a").names).toEqual([name(null, "@a")]);
  expect(readLooseName("a@").names).toEqual([name(null, "a@")]);
});

test("a kind may come first, in upper or lower case; any other word is part of the name", () => {
  expect(readLooseName("Model churn@champion")).toMatchObject({
    labels: ["ModelVersion"],
    names: [name(null, "churn@champion"), name(null, "churn", "champion")],
    title: "churn@champion",
  });
  expect(readLooseName("big run")).toMatchObject({ labels: null, names: [name(null, "big run")], title: "big run" });
  expect(readLooseName("run")).toMatchObject({ labels: null, names: [name(null, "run")] });
});

test("the label of a deployment is parsed", () => {
  expect(readLooseName("churn@7 at acme/api").names.filter(({ title }) => title !== null)).toEqual([
    name(null, "acme/api", null, "churn@7"),
    name("acme", "api", null, "churn@7"),
  ]);
});

test("six or more digits of a hash may be its prefix", () => {
  expect(readLooseName("A0D5AE")).toMatchObject({ hashes: ["a0d5ae"], digests: ["sha256:a0d5ae"] });
  expect(readLooseName("md5:a0d5ae")).toMatchObject({ hashes: [], digests: ["md5:a0d5ae"] });
  for (const text of ["a0d5a", "a0d5ag", "sha256:a0d5a"])
    expect(readLooseName(text)).toMatchObject({ hashes: [], digests: [] });
});

test("any text is parsed, with few interpretations", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: anyCharacter, maxLength: 2_000 }),
        fc.string({ unit: fc.constantFrom("/", "@", " ", "a", "0"), maxLength: 2_000 }),
      ),
      (text) => {
        expect(readLooseName(text).names.length).toBeLessThanOrEqual(63);
      },
    ),
  );
});
