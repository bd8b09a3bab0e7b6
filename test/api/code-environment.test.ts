import { SchemaClient } from "../support/schema-client.js";

const client = new SchemaClient();
const { namespace } = client;
const repository = `https://git.example.com/${namespace}/app`;
beforeAll(() => client.start());
afterAll(() => client.close());

const register = `mutation($input: RegisterCodeCommitInput!) {
  registerCodeCommit(input: $input) { label namespace repository sha dirty patchDigest message author committedAt branch tag recordedAt }
}`;

test("a commit has all fields that any source reported", async () => {
  const sha = "1".repeat(40);
  await client.answer(register, { input: { repository, sha, dirty: true, branch: "main" } });
  const rest = {
    patchDigest: "sha256:ab",
    message: "Fix the features\n\nThey were off.",
    author: "ann",
    committedAt: "2026-05-02T10:00:00.000Z",
    tag: "v1",
  };
  await client.answer(register, { input: { repository, sha, dirty: true, branch: "develop", ...rest } });
  const { codeCommit } = await client.answer<{ codeCommit: object }>(
    `query($repository: String!, $sha: String!) { codeCommit(repository: $repository, sha: $sha) { label namespace repository sha dirty patchDigest message author committedAt branch tag } }`,
    { repository, sha },
  );
  expect(codeCommit).toEqual({
    label: "app@11111111",
    namespace: repository,
    repository,
    sha,
    dirty: true,
    branch: "develop",
    ...rest,
  });
});

test("a stub of a commit is clean until a source reports otherwise; a reported value cannot change", async () => {
  const sha = "2".repeat(40);
  await client.record({
    operation: "recordRun",
    input: { namespace, externalId: "referring", status: "COMPLETED", codeCommit: { repository, sha } },
  });
  const find = `query($repository: String!, $sha: String!) { codeCommit(repository: $repository, sha: $sha) { dirty message } }`;
  expect(await client.answer(find, { repository, sha })).toEqual({ codeCommit: { dirty: false, message: null } });
  await client.answer(register, { input: { repository, sha, dirty: true } });
  expect(await client.answer(find, { repository, sha })).toEqual({ codeCommit: { dirty: true, message: null } });
  const { errors } = await client.ask(register, { input: { repository, sha, dirty: false } });
  expect(errors?.[0]?.message).toMatch(/dirty true.*false/);
});

test("texts that require the same packages are one environment; its contents are loaded only if selected", async () => {
  const mutation = `mutation($input: RegisterEnvironmentInput!) { registerEnvironment(input: $input) { id digest pinned pythonVersion imageUri requirements packages { name version specifier marker url } } }`;
  const requirements = `${namespace}-lib == 1.0 ; python_version >= "3.9"\nNumPy>=1.26,<2`;
  const { registerEnvironment: first } = await client.answer<{ registerEnvironment: { id: string; digest: string } }>(
    mutation,
    { input: { requirements, pythonVersion: "3.11" } },
  );
  expect(first).toEqual({
    id: expect.any(String),
    digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
    pinned: false,
    pythonVersion: "3.11",
    imageUri: null,
    requirements,
    packages: expect.arrayContaining([
      { name: "numpy", version: null, specifier: "<2,>=1.26", marker: null, url: null },
      {
        name: `${namespace}-lib`,
        version: "1.0",
        specifier: "==1.0",
        marker: expect.stringContaining("python_version"),
        url: null,
      },
    ]),
  });
  const { registerEnvironment: second } = await client.answer<{ registerEnvironment: { digest: string } }>(mutation, {
    input: {
      requirements: `# a comment\nnumpy <2, >=1.26\n${namespace}_lib==1.0;python_version>="3.9"`,
      pythonVersion: "3.11",
    },
  });
  expect(second).toEqual(first);
  const find = async (selection: string) =>
    client.ask(`query($digest: String!) { environment(digest: $digest) { ${selection} } }`, { digest: first.digest });
  expect((await find("digest pinned")).statements).toEqual(["environment/load-environments"]);
  expect((await find("requirements condaYaml packages { name }")).statements).toEqual([
    "environment/load-environments",
    "environment/load-contents",
  ]);
});

test("a stub of an environment has no packages and is not pinned", async () => {
  const digest = `sha256:${namespace.replace(/[^0-9a-f]/g, "")}`;
  await client.record({
    operation: "recordRun",
    input: { namespace, externalId: "in-unknown", status: "COMPLETED", environment: { digest } },
  });
  expect(
    await client.answer(
      `query($digest: String!) { environment(digest: $digest) { digest namespace pinned packages { name } } }`,
      { digest },
    ),
  ).toEqual({ environment: { digest, namespace: "environments", pinned: false, packages: [] } });
});

test("an environment without contents is rejected", async () => {
  const { errors } = await client.ask(`mutation { registerEnvironment(input: { pythonVersion: "3.11" }) { id } }`);
  expect(errors?.[0]?.message).toContain("sets none of requirements, condaYaml and imageUri");
});
