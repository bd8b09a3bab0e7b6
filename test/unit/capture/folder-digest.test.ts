import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { digestPath, fingerprintOf } from "../../../src/adapters/cli/capture/digest/content-digest.js";
import { DigestCache } from "../../../src/adapters/cli/capture/digest/digest-cache.js";
import { temporaryFolder, writeFiles } from "../../support/temporary-folder.js";

const folder = temporaryFolder();
const empty = await DigestCache.open(join(folder, "no-cache"));
const digestOf = async (path: string): Promise<string> => (await digestPath(path, empty)).digest;
const fresh = (): string => mkdtempSync(join(folder, "tree-"));

describe("known values, computed by sha256sum", () => {
  const sha = (bytes: string): string =>
    execFileSync("sha256sum", { input: Buffer.from(bytes, "latin1"), encoding: "utf8" }).slice(0, 64);

  test("a file is the SHA-256 of its content", async () => {
    const tree = fresh();
    writeFiles(tree, { "train.csv": "a,b\n1,2\n", empty: "" });
    expect(await digestOf(join(tree, "train.csv"))).toBe(`sha256:${sha("a,b\n1,2\n")}`);
    expect(await digestOf(join(tree, "empty"))).toBe(
      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
  });

  test("a folder is the SHA-256 of its entries in the order of the bytes of their names", async () => {
    const tree = fresh();
    writeFiles(tree, { "b.txt": "B", "a/x": "X", Z: "z" });
    symlinkSync("nowhere", join(tree, "link"));
    const inner = sha(`lineage-folder/1\nf ${sha("X")} x\0`);
    const expected = sha(
      `lineage-folder/1\nf ${sha("z")} Z\0d ${inner} a\0f ${sha("B")} b.txt\0l ${sha("nowhere")} link\0`,
    );
    expect(await digestPath(tree, empty)).toEqual(
      expect.objectContaining({ digest: `sha256:${expected}`, kind: "folder", fileCount: 3, sizeBytes: 3 }),
    );
  });
});

describe("any folder", () => {
  const name = fc.constantFrom("a", "b", "ä", "a\u0308", "a.csv", "Z", "10", "9", " x", "d\ne");
  const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join("/"));
  /** Paths of which none contains another. */
  const tree = fc.dictionary(path, fc.string({ maxLength: 5 }), { minKeys: 1, maxKeys: 6 }).map((files) => {
    const paths = Object.keys(files);
    return Object.fromEntries(
      Object.entries(files).filter(([one]) => !paths.some((other) => other.startsWith(`${one}/`))),
    );
  });
  const build = (entries: readonly (readonly [string, string])[]): string => {
    const root = fresh();
    for (const [one, content] of entries) writeFiles(root, { [one]: content });
    return root;
  };

  test("has a digest that depends neither on the order of its creation nor on times", async () => {
    await fc.assert(
      fc.asyncProperty(
        tree.chain((files) =>
          fc.tuple(
            fc.constant(Object.entries(files)),
            fc.shuffledSubarray(Object.entries(files), { minLength: Object.keys(files).length }),
          ),
        ),
        async ([entries, shuffled]) => {
          const [one, other] = [build(entries), build(shuffled)];
          for (const [file] of entries) utimesSync(join(other, file), 1, 1);
          expect(await digestOf(other)).toBe(await digestOf(one));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("has another digest after any change", async () => {
    const change = fc.constantFrom("content", "rename", "remove", "add", "add folder", "move down");
    await fc.assert(
      fc.asyncProperty(tree, fc.nat(), change, async (files, pick, what) => {
        const paths = Object.keys(files);
        const chosen = paths[pick % paths.length] ?? "";
        const root = build(Object.entries(files));
        const before = await digestOf(root);
        const at = join(root, chosen);
        if (what === "content") writeFileSync(at, `${files[chosen]}!`);
        if (what === "rename") renameSync(at, `${at}_`);
        if (what === "remove") rmSync(at);
        if (what === "add") writeFileSync(`${at}_`, files[chosen] ?? "");
        if (what === "add folder") mkdirSync(`${at}_`);
        if (what === "move down") {
          mkdirSync(`${at}_`);
          renameSync(at, join(`${at}_`, chosen.split("/").at(-1) ?? ""));
        }
        expect(await digestOf(root)).not.toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe("links and other entries of folders", () => {
  test("a link counts as its target, so a folder of links equals a folder of the files", async () => {
    const [files, links] = [fresh(), fresh()];
    writeFiles(files, { "a/x.csv": "1", "y.csv": "2" });
    symlinkSync(join(files, "a"), join(links, "a"));
    symlinkSync(join(files, "y.csv"), join(links, "y.csv"));
    expect(await digestOf(links)).toBe(await digestOf(files));
  });

  test("the error for a link to a folder above names the link", async () => {
    const tree = fresh();
    mkdirSync(join(tree, "a"));
    symlinkSync("..", join(tree, "a/up"));
    await expect(digestOf(tree)).rejects.toThrow(`${join(tree, "a/up")} is a link to a folder that contains it`);
  });

  test("a pipe is an error and is not waited for", async () => {
    const tree = fresh();
    execFileSync("mkfifo", [join(tree, "pipe")]);
    await expect(digestOf(tree)).rejects.toThrow(`${join(tree, "pipe")} is neither a file nor a folder`);
  });

  test("a missing path and a broken link are distinguished from an empty file", async () => {
    symlinkSync("nowhere", join(folder, "broken"));
    await expect(digestOf(join(folder, "missing"))).rejects.toThrow("does not exist");
    await expect(digestOf(join(folder, "broken"))).rejects.toThrow("is a broken link");
    expect(await fingerprintOf(join(folder, "missing"))).toBeNull();
  });

  (process.getuid?.() === 0 ? test.skip : test)(
    "a file that may not be read is an error that names it (not as root, who may read all)",
    async () => {
      const tree = fresh();
      writeFileSync(join(tree, "secret"), "x", { mode: 0o000 });
      await expect(digestOf(tree)).rejects.toThrow(`cannot read ${join(tree, "secret")} (EACCES)`);
    },
  );

  test("names need not be UTF-8", async () => {
    const [one, other] = [fresh(), fresh()];
    writeFileSync(Buffer.concat([Buffer.from(`${one}/`), Buffer.from([0xff, 0xfe])]), "x");
    writeFileSync(Buffer.concat([Buffer.from(`${other}/`), Buffer.from([0xff, 0xfd])]), "x");
    expect(await digestOf(one)).not.toBe(await digestOf(other));
  });

  test("the history of git and the state of lineage are not data", async () => {
    const tree = fresh();
    writeFiles(tree, { "a.csv": "1" });
    const before = await digestOf(tree);
    writeFiles(tree, { ".lineage/x": "1", ".git/HEAD": "ref", [join("b", ".git")]: "gitdir" });
    rmSync(join(tree, "b"), { recursive: true });
    expect(await digestOf(tree)).toBe(before);
  });
});

test("a fingerprint changes with each write, even of the same content", async () => {
  const file = join(fresh(), "model.pkl");
  expect(dirname(file)).toContain(folder);
  writeFileSync(file, "x");
  utimesSync(file, 1, 1);
  const before = await fingerprintOf(file);
  expect(await fingerprintOf(file)).toBe(before);
  writeFileSync(file, "x");
  expect(await fingerprintOf(file)).not.toBe(before);
});
