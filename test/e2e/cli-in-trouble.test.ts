import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { userInfo, tmpdir } from "node:os";
import { join } from "node:path";
import { fixtures } from "../import/mlflow/read-store.js";
import { changedDatabase, removeTemporaryFolders } from "../import/mlflow/temporary-store.js";
import { runCli, startCli } from "../support/run-cli.js";
import {
  type ScriptedReply,
  type ScriptedServer,
  type SentRequest,
  startScriptedServer,
} from "../support/scripted-server.js";

const store = join(fixtures, "mlflow.db");
const servers: ScriptedServer[] = [];

async function serverThat(answer: (request: SentRequest) => ScriptedReply): Promise<ScriptedServer> {
  const server = await startScriptedServer(answer);
  servers.push(server);
  return server;
}

/** The requests that sent facts. */
const factRequests = ({ requests }: ScriptedServer): SentRequest[] =>
  requests.filter(({ path }) => path !== "/graphql");

/** Accepts every fact, and has recorded nothing, unless the test has another answer. */
function takingFacts(
  instead: (request: SentRequest) => ScriptedReply | undefined = () => undefined,
): (request: SentRequest) => ScriptedReply {
  return (request) => {
    if (request.path === "/graphql") return { body: { data: { __typename: "Query", model: null, endpoint: null } } };
    const scripted = instead(request);
    return scripted === undefined
      ? { body: { outcomes: request.body.split("\n").map(() => ({ status: "NEW", key: "k" })) } }
      : scripted;
  };
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
  removeTemporaryFolders();
});

describe("a server that cannot be queried", () => {
  test("an unreachable server: its address and how to start it", async () => {
    const gone = await startScriptedServer(() => null);
    await gone.close();
    const { code, stdout, stderr } = await runCli(["impact", "train@v3"], { LINEAGE_URL: gone.url });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`cannot connect to ${gone.url} (ECONNREFUSED)`);
    expect(stderr).toContain("npm start");
  });

  test.each<[string, ScriptedReply]>([
    ["a page", { body: "<h1>hello</h1>" }],
    ["a missing page", { status: 404, body: "Cannot POST /graphql" }],
    ["other JSON", { body: { status: "ok" } }],
    ["another GraphQL server", { body: { data: { hero: "R2-D2" } } }],
    ["an answer of another shape", { body: { data: { named: [{ key: 7 }] } } }],
    ["an address elsewhere", { status: 302, headers: { location: "http://127.0.0.1:9/" }, body: "moved" }],
  ])("%s is not accepted as an answer", async (_name, reply) => {
    const { url } = await serverThat(() => reply);
    const { code, stdout, stderr } = await runCli(["impact", "train@v3"], { LINEAGE_URL: url });
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`the server at ${url} is not a lineage server`);
  });

  test("an interrupted connection is reported", async () => {
    const { url } = await serverThat(() => null);
    const { code, stderr } = await runCli(["search", "churn"], { LINEAGE_URL: url });
    expect(code).toBe(1);
    expect(stderr).toContain(`the connection to ${url} was closed before a response arrived`);
  });

  test("an error of the server: its message and code, even beside data", async () => {
    const error = { message: "the depth 14 is above the limit of 12\u001b[2J", extensions: { code: "LIMIT_EXCEEDED" } };
    const { url } = await serverThat(() => ({ status: 200, body: { errors: [error], data: { named: [] } } }));
    const { code, stdout, stderr } = await runCli(["show", "train@v3"], { LINEAGE_URL: url });
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: "error: the depth 14 is above the limit of 12\\u001b[2J (LIMIT_EXCEEDED)\n",
    });
  });

  test("a server with another version of the API is reported as such", async () => {
    const error = {
      message: 'Cannot query field "named" on type "Query".',
      extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
    };
    const { url } = await serverThat(() => ({ status: 400, body: { errors: [error] } }));
    const { code, stdout, stderr } = await runCli(["show", "train@v3"], { LINEAGE_URL: url });
    expect({ code, stdout, stderr }).toEqual({
      code: 1,
      stdout: "",
      stderr: `error: the server at ${url} has another version of the API than this command: Cannot query field "named" on type "Query". (GRAPHQL_VALIDATION_FAILED). Use the same version of lineage for both\n`,
    });
  });

  test("an invalid LINEAGE_URL is reported", async () => {
    const { code, stderr } = await runCli(["show", "x"], { LINEAGE_URL: "localhost:4000" });
    expect([code, stderr]).toEqual([1, expect.stringContaining('LINEAGE_URL is "localhost:4000"')]);
  });
});

describe("import mlflow", () => {
  test("sends facts as NDJSON, compressed, in the caller's name, and reports", async () => {
    const server = await serverThat(takingFacts());
    const { code, stdout, stderr } = await runCli(["import", "mlflow", store, "--as", "ci bot ü"], {
      LINEAGE_URL: server.url,
    });
    expect(code).toBe(2);
    expect(stdout).toContain(`into ${server.url}, namespace mlflow, as ci bot ü, in `);
    expect(stdout).toMatch(/^runs +42 +0 +0 +0$/m);
    expect(stdout).toContain("2 problems:\n");
    expect(stdout).toContain("\n  inputs, cd533b7b113b47af82310a86dba262e5: ");
    expect(stderr).toBe("");
    const facts = factRequests(server);
    expect(
      facts.map(({ path, headers }) => [
        path,
        headers["content-type"],
        headers["content-encoding"],
        headers["x-lineage-principal"],
      ]),
    ).toEqual(
      facts.map(() => [
        "/api/facts",
        "application/x-ndjson",
        "gzip",
        Buffer.from("ci bot ü", "utf8").toString("latin1"),
      ]),
    );
    expect(facts.flatMap(({ body }) => body.split("\n")).map((line): unknown => JSON.parse(line))).toHaveLength(
      28 + 17 + 10 + 42 + 51 + 11,
    );
  });

  test("without --as the principal is the user of this machine", async () => {
    const server = await serverThat(takingFacts());
    await runCli(["import", "mlflow", store, "--quiet"], { LINEAGE_URL: server.url });
    expect(new Set(server.requests.map(({ headers }) => headers["x-lineage-principal"]))).toEqual(
      new Set([userInfo().username]),
    );
  });

  test("the CLI waits for a server that is briefly unavailable", async () => {
    const troubles: ScriptedReply[] = [
      { status: 503, body: "starting" },
      null,
      {
        status: 503,
        body: { errors: [{ message: "the database is away", extensions: { code: "GRAPH_UNAVAILABLE" } }] },
      },
    ];
    const server = await serverThat(takingFacts(() => troubles.shift()));
    const { code, stdout } = await runCli(["import", "mlflow", store, "--json"], { LINEAGE_URL: server.url });
    expect([code, JSON.parse(stdout)]).toEqual([2, expect.objectContaining({ ended: "completed", problemCount: 2 })]);
    // Three that fail, the batch of records, and the batch of aliases and deployments.
    expect(factRequests(server)).toHaveLength(3 + 2);
  });

  test("a permanent rejection ends the import, with a report of the facts sent before", async () => {
    const server = await serverThat(
      takingFacts(() => ({
        status: 403,
        body: { errors: [{ message: "you may only read", extensions: { code: "FORBIDDEN" } }] },
      })),
    );
    const { code, stderr } = await runCli(["import", "mlflow", store], { LINEAGE_URL: server.url });
    expect(code).toBe(1);
    expect(stderr).toBe(
      "error: the import failed: you may only read (FORBIDDEN). 0 records were imported before; run the same command again to complete the import\n",
    );
    expect(factRequests(server)).toHaveLength(1);
  });

  test("--dry-run reads everything, needs no server and writes nothing", async () => {
    const server = await serverThat(takingFacts());
    const { code, stdout } = await runCli(["import", "mlflow", store, "--dry-run"], { LINEAGE_URL: server.url });
    expect([code, server.requests.length]).toEqual([2, 0]);
    expect(stdout).toMatch(/^runs +42$/m);
    expect(stdout).toContain("Nothing was written");
  });

  test("--quiet prints only the problems", async () => {
    const server = await serverThat(takingFacts());
    const { stdout, stderr } = await runCli(["import", "mlflow", store, "--quiet"], { LINEAGE_URL: server.url });
    expect(stdout).toBe("");
    expect(stderr).toMatch(/^2 problems:\n(?: {2}(?:inputs|model_versions), .*\n){2}$/);
  });

  test("a path without a store: the path, no request to the server, exit code 1", async () => {
    const server = await serverThat(takingFacts());
    const { code, stderr } = await runCli(["import", "mlflow", join(fixtures, "nowhere.db")], {
      LINEAGE_URL: server.url,
    });
    expect([code, stderr]).toEqual([1, expect.stringContaining("nowhere.db does not exist")]);
  });

  test.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)(
    "%s: batches in progress are written, the report lists them, the exit code is %d",
    async (signal, expected) => {
      const large = changedDatabase(
        `INSERT INTO runs (run_uuid, status, lifecycle_stage, start_time, experiment_id)
       WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 6000) SELECT printf('%032x', value), 'FINISHED', 'active', value, 1 FROM n`,
      );
      let answered = 0;
      let isStopped = false;
      const server = await serverThat(
        takingFacts(({ body }) => {
          answered += body.split("\n").length;
          if (!isStopped) isStopped = process.kill(cli.process.pid ?? 0, signal);
          return { body: { outcomes: body.split("\n").map(() => ({ status: "NEW", key: "k" })) }, delayMs: 300 };
        }),
      );
      const cli = startCli(["import", "mlflow", large, "--json"], { LINEAGE_URL: server.url });
      const { code, stdout, stderr } = await cli.ended;
      const report: { ended: string; kinds: Record<string, { new: number }> } = JSON.parse(stdout);
      expect([code, report.ended]).toEqual([expected, "interrupted"]);
      expect(answered).toBeLessThanOrEqual(1_500);
      expect(Object.values(report.kinds).reduce((sum, kind) => sum + kind.new, 0)).toBe(answered);
      expect(stderr).toContain(
        `error: the import was interrupted. ${answered.toLocaleString("en-US")} records were imported before; run the same command again to complete the import`,
      );
    },
  );
});

describe("the program itself", () => {
  const bin = join(import.meta.dirname, "../../bin/lineage.js");
  const folder = mkdtempSync(join(tmpdir(), "lineage-bin-"));
  const copy = join(folder, "bin/lineage.js");
  beforeAll(() => {
    mkdirSync(join(folder, "bin"));
    cpSync(bin, copy);
    writeFileSync(join(folder, "package.json"), '{"type": "module"}');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("bin/lineage.js without a build states how to build; with one it runs it", () => {
    const before = spawnSync(process.execPath, [copy], { encoding: "utf8" });
    expect([before.status, before.stderr]).toEqual([1, expect.stringContaining("npm run build")]);
    mkdirSync(join(folder, "dist"), { recursive: true });
    writeFileSync(join(folder, "dist/cli.js"), "console.log(process.argv.slice(2).join());");
    expect(spawnSync(process.execPath, [copy, "show", "x"], { encoding: "utf8" }).stdout).toBe("show,x\n");
  });

  test.each([
    "serve",
    "import mlflow",
    "impact",
    "lineage",
    "show",
    "search",
    "runs",
    "record",
    "snapshot",
    "sync",
    "verify",
  ])("lineage %s --help shows examples", async (command) => {
    const { code, stdout } = await runCli([...command.split(" "), "--help"]);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: lineage ${command}`);
    expect(stdout).toContain(`Examples:\n  lineage ${command}`);
  });

  test("--help lists names, exit codes and the environment; --version is that of the package", async () => {
    const { stdout } = await runCli(["--help"]);
    for (const part of ["Names:", "Exit codes:", "LINEAGE_URL", "Examples:"]) expect(stdout).toContain(part);
    expect((await runCli(["--version"])).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  test.each([
    [["impcat", "x"], "unknown command 'impcat'\n(Did you mean impact?)"],
    [["impact", "x", "--fail-on", "sky"], "Expected one of serving-production, serving-other"],
    [["impact"], "missing required argument 'name'"],
    [["impact", "x", "--limit", "0"], "Expected an integer from 1 to 10000"],
    [["impact", "x", "--as-of", "yesterday"], "Expected a time with an offset"],
    [["lineage", "x", "--kinds", "run,robot"], '"robot" is not one of snapshot, commit'],
    [["lineage", "x", "--colour"], "unknown option '--colour'"],
    [["import", "mlflow", "x.db", "--namespace", ""], '"" is not a valid namespace'],
    [
      ["import", "mlflow", "x.db", "--deployed-alias", "champion=SKY"],
      'the deployed alias "champion=SKY" is not of the form',
    ],
  ])("%j: a message names the problem, exit code 1", async (words, message) => {
    const { code, stdout, stderr } = await runCli(words);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(message);
  });
});
