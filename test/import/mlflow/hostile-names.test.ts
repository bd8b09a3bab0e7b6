import { fact } from "../../../src/adapters/ingest/fact.js";
import { readStore } from "./read-store.js";
import { changedDatabase, removeTemporaryFolders } from "./temporary-store.js";

afterAll(removeTemporaryFolders);

const run = "e1df7018ebeb4787b2d3dab63db1b90b";

test("names of any kind are imported unchanged, and the API accepts every fact", async () => {
  const names = [
    "a/b@c",
    "m-0",
    "%2F",
    "'; DROP TABLE runs; --",
    "$(rm -rf /)",
    "\u202Eevil",
    "👩‍👩‍👧",
    "e\u0301",
    "é",
    "__proto__",
    "constructor",
    "x".repeat(500),
  ];
  const values = names.map(
    (name, at) => `('d${at}', 1, '${name.replaceAll("'", "''")}', '${at}', 'code', '[]', NULL, 'not json')`,
  );
  const { facts, problems } = await readStore(
    changedDatabase(
      `INSERT INTO datasets VALUES ${values.join(", ")}`,
      `INSERT INTO params VALUES ('__proto__', 'x', '${run}'), ('toString', 'y', '${run}')`,
      `UPDATE runs SET status = 'FAILED', name = '<script>' WHERE run_uuid = '${run}'`,
    ),
  );
  const datasets = facts.flatMap(({ operation, input }) =>
    operation === "registerDatasetSnapshot" && "dataset" in input ? [input.dataset] : [],
  );
  expect(datasets).toEqual(expect.arrayContaining(names));
  const recorded = facts.find(
    ({ operation, input }) => operation === "recordRun" && "externalId" in input && input.externalId === run,
  );
  expect(recorded?.input).toMatchObject({
    name: "<script>",
    parameters: expect.arrayContaining([
      { name: "__proto__", value: "x" },
      { name: "toString", value: "y" },
    ]),
  });
  for (const one of facts) expect(fact.safeParse(one).error).toBeUndefined();
  expect(problems.map(({ place }) => place)).toEqual(["inputs", "model_versions"]);
});

test("an invalid field is omitted and reported; the rest of the run is recorded", async () => {
  const { graph, problems } = await readStore(
    changedDatabase(
      `INSERT INTO params VALUES ('${"p".repeat(501)}', 'x', '${run}'), ('big', '${"v".repeat(100_001)}', '${run}')`,
      `INSERT INTO latest_metrics VALUES ('odd step', 1, 1, 9223372036854775807, 0, '${run}'), ('late', 1, 9000000000000000, 0, 0, '${run}')`,
      `UPDATE experiments SET name = ' padded' WHERE experiment_id = 1`,
      `UPDATE tags SET value = '${"u".repeat(4_001)}' WHERE key = 'mlflow.user' AND run_uuid = '${run}'`,
    ),
  );
  const [recorded] = graph.runs.get(`run:${run}`) ?? [];
  expect(recorded?.parameters).toHaveLength(5);
  expect(
    recorded?.metrics?.filter(({ name, dataset }) => !dataset && !["late", "odd step"].includes(name)),
  ).toHaveLength(4);
  expect(recorded?.metrics?.find(({ name }) => name === "odd step")).toEqual({
    name: "odd step",
    value: 1,
    at: "1970-01-01T00:00:00.001Z",
  });
  expect(recorded?.metrics?.find(({ name }) => name === "late")).toEqual({ name: "late", value: 1, step: 0 });
  expect([recorded?.experiment, recorded?.by]).toEqual([undefined, undefined]);
  expect(recorded?.inputs).toHaveLength(2);
  const why = problems.filter(({ id, place }) => place === "runs" && id === run).map((problem) => problem.why);
  expect(why).toEqual([
    expect.stringMatching(/^experiment " padded": has leading or trailing white space; omitted$/),
    expect.stringMatching(/^by "uuu.*…: .*omitted$/),
    expect.stringMatching(/^parameters \{"name":"ppp.*…: name .*omitted$/),
    expect.stringMatching(/^parameters \{"name":"big".*…: value .*omitted$/),
    expect.stringMatching(/^metrics \{"name":"odd step".*: step .*omitted$/),
    expect.stringMatching(/^metrics \{"name":"late".*"at":"9000000000000000".*: at .*omitted$/),
  ]);
});

test("a record with an invalid name is omitted and reported", async () => {
  const { graph, problems } = await readStore(
    changedDatabase(
      `INSERT INTO datasets VALUES ('bad', 1, 'name ', '', 'code', '{}', NULL, NULL)`,
      `INSERT INTO model_versions (name, version, source) VALUES ('', 1, 's3://x'), ('ok', 1, NULL)`,
    ),
  );
  expect(graph.ids("version")).toContain("version:ok/1");
  expect(problems.filter(({ place, why }) => place !== "inputs" && !why.includes("the origin of"))).toEqual([
    {
      place: "datasets",
      id: "bad",
      why: expect.stringMatching(/^dataset "name ": has leading or trailing white space; it is not imported$/),
    },
    { place: "datasets", id: "bad", why: expect.stringMatching(/^version "": /) },
    { place: "model_versions", id: "/1", why: expect.stringMatching(/^model "": /) },
  ]);
});

test("a run with an unknown status is recorded as running and reported", async () => {
  const { graph, problems } = await readStore(
    changedDatabase(`UPDATE runs SET status = NULL WHERE run_uuid = '${run}'`),
  );
  expect(graph.runs.get(`run:${run}`)).toMatchObject([{ status: "RUNNING" }]);
  expect(problems).toContainEqual({
    place: "runs",
    id: run,
    why: "its status null is not a status of MLflow; it is recorded as running",
  });
});

test("a run with thousands of entries becomes several facts", async () => {
  const numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)";
  const { graph } = await readStore(
    changedDatabase(`INSERT INTO latest_metrics ${numbers} SELECT 'm' || i, i, i, 0, 0, '${run}' FROM n`),
  );
  const facts = graph.runs.get(`run:${run}`) ?? [];
  expect(facts.map(({ metrics, name }) => [metrics?.length, name])).toEqual([
    [1_000, "baseline"],
    [1_000, undefined],
    [508, undefined],
  ]);
  expect(new Set(facts.flatMap(({ metrics }) => (metrics ?? []).map(({ name }) => name))).size).toBe(2_504);
});

test("secrets in the addresses of repositories and data are not imported", async () => {
  const { graph, facts } = await readStore(
    changedDatabase(
      `UPDATE tags SET value = 'https://ana:gh_secret@git.example.com/acme/x.git' WHERE key = 'mlflow.source.git.repoURL' AND run_uuid = '${run}'`,
      `UPDATE datasets SET dataset_source = '{"uri": "postgres://ana:db_secret@db.example.com/x"}' WHERE digest = 'f5f7689a'`,
    ),
  );
  expect(graph.runs.get(`run:${run}`)).toMatchObject([
    { codeCommit: { repository: "https://git.example.com/acme/x.git" } },
  ]);
  expect(JSON.stringify(facts)).not.toMatch(/gh_secret|db_secret/);
  expect(graph.snapshots.get("dataset:breast_cancer@f5f7689a")?.uri).toBe("postgres://ana:****@db.example.com/x");
});
