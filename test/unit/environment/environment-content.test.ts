import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describeEnvironment } from "../../../src/catalog/environment/environment-content.js";
import { InvalidInputError, LimitExceededError } from "../../../src/core/shared/errors.js";

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/requirements/${name}`, import.meta.url), "utf8");
const ofRequirements = (requirements: string) => describeEnvironment({ requirements });
const sha256 = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const imageDigest = `sha256:${"ab".repeat(32)}`;

function errorOf(action: () => unknown): Error {
  try {
    action();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error("nothing was thrown");
}

test("the digest is SHA-256 over the canonical JSON that the documentation describes", () => {
  const canonical =
    '{"format":"lineage-environment/1","packages":[{"manager":"pip","name":"flask-sqlalchemy","specifier":"==3.1.1"},' +
    '{"extras":["gpu"],"hashes":["sha256:ab"],"manager":"pip","marker":"os_name == \\"posix\\"","name":"torch","specifier":">=2"}],"python":"3.11.7"}';
  const requirements = "torch[GPU] >= 2 ; os_name=='posix' --hash=sha256:AB\nFlask_SQLAlchemy==v3.1.1 # pinned\n";
  expect(describeEnvironment({ requirements, pythonVersion: " 3.11.7 " }).digest).toBe(sha256(canonical));
});

test("spelling, order, comments, spaces, line ends and credentials do not affect the digest", () => {
  const { digest } = ofRequirements(
    "--index-url https://u:${P}@i.example.com/s\nnumpy==1.26.4\nscipy[a,b]>=1,<2; python_version<'3.12'\n",
  );
  for (const same of [
    'scipy[B, a] <2, >=1 ; python_version < "3.12"  # c\r\n\r\nNumPy == v1.26.4\r\n-i https://u:${P}@i.example.com/s',
    "\uFEFFnumpy \\\n  ==1.26.4\nscipy[a,b]>=1,<2; (python_version<'3.12')\n--index-url=https://u:${P}@i.example.com/s\n--trusted-host x\nnumpy==1.26.4",
  ])
    expect(ofRequirements(same).digest).toBe(digest);
  expect(ofRequirements("a @ https://u:one@h.example.com/a.zip").digest).toBe(
    ofRequirements("a @ https://u:two@h.example.com/a.zip").digest,
  );
});

test("the packages that may be installed affect the digest", () => {
  const texts = [
    "",
    "a",
    "a==1",
    "a==1.0.1",
    "a>=1",
    "b==1",
    "a[x]==1",
    "a==1; os_name=='nt'",
    "a==1 --hash=sha256:ab",
    "a==1 --hash=sha256:cd",
    "a==1\nb==1",
    "a @ https://h.example.com/a.zip",
    "./a",
    "-e ./a",
    "a==1\n--pre",
    "a==1\n-i https://i.example.com",
    "a==1\n-r more.txt",
    "a==1\n-c more.txt",
  ];
  expect(new Set(texts.map((text) => ofRequirements(text).digest)).size).toBe(texts.length);
  expect(describeEnvironment({ requirements: "a==1", pythonVersion: "3.11" }).digest).not.toBe(
    ofRequirements("a==1").digest,
  );
});

test("a package with different markers is kept for each of them, a repeated line once", () => {
  const { packages } = ofRequirements(fixture("uv-compile-universal.txt") + "\n" + fixture("uv-compile-universal.txt"));
  expect(packages).toHaveLength(84);
  expect(packages.filter(({ name }) => name === "numpy")).toHaveLength(2);
  expect(packages.map(({ name }) => name)).toEqual(packages.map(({ name }) => name).toSorted());
});

test.each([
  ["a==1\nb===x", true],
  ["", true],
  ["a==1\nb", false],
  ["a>=1", false],
  ["a==1.*", false],
  ["a==1,>=0", false],
  ["a==1\n-r b.txt", false],
  ["a==1\n-c b.txt", true],
  ["-e .", false],
  ["./a-1-py3-none-any.whl", true],
  ["a @ https://h.example.com/a.zip", false],
  [`a @ https://h.example.com/a.zip#sha256=${"0".repeat(64)}`, true],
  [`a @ https://h.example.com/a.zip --hash=sha256:00`, true],
  ["a @ https://h.example.com/a-1-py3-none-any.whl", true],
  ["git+https://h.example.com/a.git@main#egg=a", false],
  [`git+https://h.example.com/a.git@${"0a".repeat(20)}#egg=a`, true],
])("%j is pinned: %j", (requirements, pinned) => {
  expect(ofRequirements(requirements).pinned).toBe(pinned);
});

test("packages have normalized names", () => {
  const { packages } = ofRequirements("Zope.INTERFACE [X_y] == V7.0-RC1 ; extra=='A_b'\n-e lib\n");
  expect(packages).toEqual([
    expect.objectContaining({
      name: "./lib",
      isNamed: false,
      url: "./lib",
      version: null,
      specifier: null,
      editable: true,
    }),
    expect.objectContaining({
      name: "zope-interface",
      isNamed: true,
      version: "7.0rc1",
      specifier: "==7.0rc1",
      marker: 'extra == "a-b"',
      extras: ["x-y"],
    }),
  ]);
});

test("every invalid line is reported with its number, its text and the reason", () => {
  const error = errorOf(() => ofRequirements(fixture("malformed.txt")));
  expect(error).toBeInstanceOf(InvalidInputError);
  for (const part of [
    "requirements has 9 lines",
    'line 2, "numpy=>1.0": ',
    'line 8, "bar; python_version >": ',
    "line 10",
  ])
    expect(error.message).toContain(part);
  const details = error instanceof InvalidInputError ? error.details : {};
  expect(details).toMatchObject({
    field: "requirements",
    lines: [2, 3, 4, 5, 6, 7, 8, 9, 10].map((line) => ({ line })),
  });
});

test("a thousand invalid lines result in a short message", () => {
  const error = errorOf(() => ofRequirements("=1\n".repeat(1_000)));
  expect(error.message).toContain("and 980 more");
  expect(error.message.length).toBeLessThan(4_000);
});

test("credentials are neither stored nor digested nor shown", () => {
  const secret = "s3cr3t-9f";
  const { requirements, packages, digest } = ofRequirements(
    `-i https://user:${secret}@i.example.com/s\na @ git+https://${secret}@h.example.com/a.git\nb @ git+ssh://git@h.example.com/b.git\nc @ https://\${T}@h.example.com/c.zip`,
  );
  expect(JSON.stringify([requirements, packages])).not.toContain(secret);
  expect(requirements).toBe(
    "-i https://user:****@i.example.com/s\na @ git+https://****@h.example.com/a.git\nb @ git+ssh://git@h.example.com/b.git\nc @ https://${T}@h.example.com/c.zip",
  );
  expect(ofRequirements(requirements ?? "").digest).toBe(digest);
  expect(JSON.stringify(ofRequirements(`a===https://user:${secret}@h.example.com`))).not.toContain(secret);
  expect(
    JSON.stringify(
      describeEnvironment({ condaYaml: `channels: [https://user:${secret}@c.example.com]\ndependencies: [a]` }),
    ),
  ).not.toContain(secret);
  expect(errorOf(() => ofRequirements(`=1 https://user:${secret}@h.example.com`)).message).not.toContain(secret);
  expect(
    errorOf(() => ofRequirements(`a @ x:user:${secret}@h https://user:${secret}@h.example.com`)).message,
  ).toContain("****@h.example.com");
});

test("an image alone is identified by its digest, or by the digest of its address", () => {
  expect(describeEnvironment({ imageUri: `r.example.com/app:1@${imageDigest}` })).toMatchObject({
    digest: imageDigest,
    imageDigest,
    pinned: true,
  });
  expect(
    describeEnvironment({ imageUri: "r.example.com/app:1", imageDigest: imageDigest.toUpperCase() }),
  ).toMatchObject({ digest: imageDigest, pinned: true });
  const byTag = describeEnvironment({ imageUri: "r.example.com/app:1" });
  expect(byTag).toMatchObject({
    digest: sha256('{"format":"lineage-environment/1","image":"r.example.com/app:1"}'),
    imageDigest: null,
    pinned: false,
  });
});

test("an image beside packages is part of the content, by its digest if it has one", () => {
  const mirrored = ["r.example.com", "mirror.example.com"].map((host) =>
    describeEnvironment({ requirements: "a", imageUri: `${host}/app@${imageDigest}` }),
  );
  expect(mirrored[0]?.digest).toBe(mirrored[1]?.digest);
  expect(mirrored[0]?.digest).not.toBe(imageDigest);
  expect(mirrored[0]).toMatchObject({ pinned: true, imageUri: `r.example.com/app@${imageDigest}` });
});

test("an image with two digests, an empty address and texts that cannot be stored are rejected", () => {
  expect(() => describeEnvironment({ imageUri: `a@${imageDigest}`, imageDigest: `sha256:${"0".repeat(64)}` })).toThrow(
    /they must be equal/,
  );
  expect(() => describeEnvironment({ imageUri: " " })).toThrow(/imageUri is empty/);
  expect(() => ofRequirements("n\u0000u\u0000m\u0000")).toThrow(/probably UTF-16/);
  expect(() => ofRequirements("# \uD800")).toThrow(/surrogate/);
  expect(() => ofRequirements(Array.from({ length: 5_001 }, (_, at) => `p${at}`).join("\n"))).toThrow(
    LimitExceededError,
  );
});
