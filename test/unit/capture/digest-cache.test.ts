import { appendFileSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type ContentDigest, digestPath } from "../../../src/adapters/cli/capture/digest/content-digest.js";
import { DigestCache } from "../../../src/adapters/cli/capture/digest/digest-cache.js";
import { temporaryFolder, writeFiles } from "../../support/temporary-folder.js";

const folder = temporaryFolder();
/** Long after everything that a test writes. */
const later = (): number => Date.now() + 3_600_000;
let count = 0;
const freshCache = (): string => join(folder, `cache-${(count += 1)}`);
const digest = async (path: string, cacheFile: string, now = later): Promise<ContentDigest> => {
  const cache = await DigestCache.open(cacheFile, now);
  const content = await digestPath(join(folder, path), cache);
  await cache.save();
  return content;
};

test("an unchanged file is read once, by this process and the next", async () => {
  writeFiles(folder, { "data/a.csv": "1", "data/b.csv": "2" });
  const cache = freshCache();
  const [first, second] = [await digest("data", cache), await digest("data", cache)];
  expect([first.unchangedCount, second.unchangedCount]).toEqual([0, 2]);
  expect(second.digest).toBe(first.digest);
});

test.each([
  ["other content of the same length", (file: string) => writeFileSync(file, "2")],
  [
    "other content with the old time put back",
    (file: string) => {
      writeFileSync(file, "2");
      utimesSync(file, 1, 1);
    },
  ],
])("%s is read again", async (_what, change) => {
  const file = join(folder, "changing.csv");
  writeFileSync(file, "1");
  utimesSync(file, 1, 1);
  const cache = freshCache();
  const before = await digest("changing.csv", cache);
  change(file);
  const after = await digest("changing.csv", cache);
  expect([after.unchangedCount, after.digest === before.digest]).toEqual([0, false]);
});

test("a file that was written just before is not cached, because times are coarse", async () => {
  writeFiles(folder, { "young.csv": "1" });
  const cache = freshCache();
  await digest("young.csv", cache, Date.now);
  expect((await digest("young.csv", cache)).unchangedCount).toBe(0);
  expect((await digest("young.csv", cache)).unchangedCount).toBe(1);
});

test("entries that another process added in the meantime are kept", async () => {
  writeFiles(folder, { "one.csv": "1", "two.csv": "2" });
  const file = freshCache();
  const [one, two] = [await DigestCache.open(file, later), await DigestCache.open(file, later)];
  await digestPath(join(folder, "one.csv"), one);
  await digestPath(join(folder, "two.csv"), two);
  await one.save();
  await two.save();
  expect([(await digest("one.csv", file)).unchangedCount, (await digest("two.csv", file)).unchangedCount]).toEqual([
    1, 1,
  ]);
});

test("concurrent processes leave a complete file", async () => {
  const file = freshCache();
  const names = Array.from({ length: 20 }, (_, index) => `many/${index}.csv`);
  writeFiles(folder, Object.fromEntries(names.map((name) => [name, name])));
  await Promise.all(names.map((name) => digest(name, file)));
  const [header, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  expect(header).toBe("lineage-digests/1");
  for (const line of lines) expect(JSON.parse(line)).toHaveLength(3);
  await digest("many", file);
  expect((await digest("many", file)).unchangedCount).toBe(20);
});

test.each(["", "another format\n", "\u0000\u0001"])(
  "a cache file that contains %j counts as empty, and is replaced",
  async (content) => {
    writeFiles(folder, { "x.csv": "1" });
    const file = freshCache();
    writeFileSync(file, content);
    await digest("x.csv", file);
    expect((await digest("x.csv", file)).unchangedCount).toBe(1);
  },
);

test("an invalid line only causes its own file to be read again", async () => {
  writeFiles(folder, { "y.csv": "1" });
  const file = freshCache();
  await digest("y.csv", file);
  appendFileSync(file, '["half", "of a li');
  expect((await digest("y.csv", file)).unchangedCount).toBe(1);
});
