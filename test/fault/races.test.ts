import { randomInt, randomUUID } from "node:crypto";
import { join } from "node:path";
import { type CliRun, serverAddress, startCli, startProgram } from "../support/run-cli.js";
import { type RaceResult, describeRaces, runRaces } from "./races/run-races.js";

const rounds = Number(process.env.RACE_ROUNDS ?? 500);
const seed = Number(process.env.RACE_SEED ?? randomInt(2 ** 31));
const environment = { PORT: "0", LINEAGE_EXAMPLE: "off", LOG_LEVEL: "warn" };
const withoutLock = join(import.meta.dirname, "../support/check-first-server.ts");

const running: CliRun[] = [];
afterAll(async () => {
  for (const { process: server } of running) server.kill("SIGTERM");
  await Promise.all(running.map(({ ended }) => ended));
});

async function startTwo(start: () => CliRun): Promise<[string, string]> {
  const [first, second] = [start(), start()];
  running.push(first, second);
  return Promise.all([serverAddress(first), serverAddress(second)]);
}

function tell(title: string, result: RaceResult): void {
  process.stderr.write(`${describeRaces(title, result)}\n`);
}

const known = /: (ALLOWED|BLOCKED|UNKNOWN|TOMBSTONED|TOMBSTONED BEFORE|STALE_IMPACT|RECORDED|RECORDED AND FLAGGED|PROPOSED|DEPLOYED|REFUSED|CONFLICT|DEADLINE_EXCEEDED|GRAPH_UNAVAILABLE)$/;

test(`${rounds} rounds of two deleters, a deployer and an edge writer in two processes: nothing is deleted that something unseen depends on`, async () => {
  const result = await runRaces({ namespace: `races-${randomUUID()}`, servers: await startTwo(() => startCli(["serve"], environment)), rounds, parallel: 8, seed });
  tell("races", result);
  expect(result.violations).toEqual([]);
  expect(result.brokenEntry).toBeNull();
  expect([...result.outcomes.keys()].filter((outcome) => !known.test(outcome))).toEqual([]);
  expect(result.gaveUp / result.requests).toBeLessThan(0.01);
  expect(result.overlapped).toBeGreaterThanOrEqual(rounds);
  // Races that always end the same way are none.
  expect(result.tombstoned / result.rounds).toBeGreaterThan(0.05);
  expect(result.tombstoned / result.rounds).toBeLessThan(0.95);
}, 60_000 + rounds * 1_000);

test("the same races without the ledger's lock end with violations: the test can fail", async () => {
  const result = await runRaces({ namespace: `races-${randomUUID()}`, servers: await startTwo(() => startProgram(withoutLock, [], environment)), rounds: Math.ceil(rounds / 10), parallel: 8, seed });
  tell("races without the lock", result);
  expect(result.violations).not.toEqual([]);
  expect(result.overlapped).toBeGreaterThanOrEqual(Math.ceil(rounds / 10));
}, 60_000 + rounds * 200);
