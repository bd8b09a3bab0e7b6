import { type CliRun, runCli, serverAddress, startCli } from "../support/run-cli.js";

let server: CliRun | undefined;
afterEach(() => void server?.process.kill("SIGKILL"));

test("lineage serve runs the server, other commands query it, SIGTERM ends it with exit code 0", async () => {
  server = startCli(["serve"], { PORT: "0", LINEAGE_EXAMPLE: "off" });
  const url = await serverAddress(server);
  const { code, stderr } = await runCli(["show", "nothing-of-that-name@1"], { LINEAGE_URL: url });
  expect([code, stderr]).toEqual([1, expect.stringContaining('nothing is named "nothing-of-that-name@1"')]);
  server.process.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
});

test("lineage serve --print-config shows the configuration, secrets masked, and ends", async () => {
  const { code, stdout } = await runCli(["serve", "--print-config"], {
    PORT: "4321",
    NEO4J_URI: "bolt://127.0.0.1:1",
    NEO4J_PASSWORD: "secret",
  });
  expect([code, stdout]).toEqual([0, expect.stringContaining('"port": 4321')]);
  expect(stdout).not.toContain("secret");
});

test("an invalid configuration is reported, exit code 1", async () => {
  const { code, stderr } = await runCli(["serve"], { PORT: "many", HOST: "0.0.0.0" });
  expect(code).toBe(1);
  expect(stderr).toContain("PORT=many is not a number");
  expect(stderr).toContain("HOST=0.0.0.0");
});
