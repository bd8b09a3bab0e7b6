import { type Actor, type RaceRequest, addEdge, deleteTarget, gaveUp, release, report } from "./actors.js";
import { type ApiClient, createApiClient } from "./api-client.js";
import { openHistoryReader } from "./history.js";
import { type Random, createRandom } from "./random.js";
import { type Round, createRound, planRound } from "./round.js";
import { type DeleterAccount, type RaceHistory, type Violation, findViolations } from "./violations.js";

export interface RaceOptions {
  readonly namespace: string;
  /** Addresses of the API processes. */
  readonly servers: readonly [string, string];
  /** Rounds with concurrent requests; others do not count. */
  readonly rounds: number;
  /** Concurrent rounds, each with its own data. */
  readonly parallel: number;
  readonly seed: number;
}

export interface RaceResult {
  readonly seed: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly overlapped: number;
  /** Rounds that ended with the target tombstoned. */
  readonly tombstoned: number;
  /** The number of requests by result. */
  readonly outcomes: ReadonlyMap<string, number>;
  readonly requests: number;
  readonly gaveUp: number;
  readonly violations: readonly Violation[];
  /** Rounds with violations. */
  readonly violated: number;
  readonly brokenEntry: number | null;
}

/** Prepared by one request, because the facts before a race need no separate transaction. */
const roundsAtOnce = 40;
const prepareAttempts = 3;

interface RoundResult {
  readonly round: Round;
  readonly deleters: readonly DeleterAccount[];
  readonly requests: readonly RaceRequest[];
  readonly isOverlapped: boolean;
}

/** Runs rounds until enough of them overlapped, or twice as many have run. */
export async function runRaces({
  namespace,
  servers,
  rounds: wanted,
  parallel,
  seed,
}: RaceOptions): Promise<RaceResult> {
  const reader = openHistoryReader();
  try {
    const since = await reader.head();
    const startedAt = performance.now();
    const random = createRandom(seed);
    const results: RoundResult[] = [];
    const missing = (): number =>
      Math.min(wanted - results.filter(({ isOverlapped }) => isOverlapped).length, wanted * 2 - results.length);
    while (missing() > 0) {
      const rounds = Array.from({ length: Math.min(missing(), roundsAtOnce) }, (_, index) =>
        createRound(namespace, String(results.length + index + 1), planRound(random)),
      );
      await prepare(rounds, createApiClient(servers[0], "preparer"));
      const waiting = [...rounds];
      const runSome = async (): Promise<void> => {
        for (let round = waiting.shift(); round; round = waiting.shift())
          results.push(await runRound(round, servers, random));
      };
      await Promise.all(Array.from({ length: parallel }, runSome));
    }
    const seconds = Math.round((performance.now() - startedAt) / 1_000);
    // Read at the end: sequences never change, and effects after a client's timeout are included.
    const { histories, brokenEntry } = await reader.read(
      results.map(({ round }) => round),
      since,
    );
    return { seed, seconds, ...summarize(results, histories), brokenEntry };
  } finally {
    await reader.close();
  }
}

async function runRound(
  round: Round,
  [first, second]: readonly [string, string],
  random: Random,
): Promise<RoundResult> {
  const requests: RaceRequest[] = [];
  const actor = (name: string, url: string): Actor => ({
    client: createApiClient(url, `${name}-${round.name}`),
    random,
    requests,
  });
  const anywhere = (): string => random.pick([first, second]);
  const deploy = round.plan.deploysBy === "RELEASE" ? release : report;
  const [one, other] = await Promise.all([
    deleteTarget(actor("deleter-one", first), round, round.plan.firstDeleterOverrides),
    deleteTarget(actor("deleter-other", second), round, false),
    deploy(actor("deployer", anywhere()), round),
    addEdge(actor("edge-writer", anywhere()), round),
  ]);
  return { round, deleters: [one, other], requests, isOverlapped: isOverlapped(requests) };
}

async function prepare(rounds: readonly Round[], client: ApiClient): Promise<void> {
  const facts = rounds.flatMap(({ before }) => before);
  for (let attempt = 1; attempt <= prepareAttempts; attempt += 1) {
    const { problem } = await client.sendFacts(facts);
    if (problem === null) return;
    if (attempt === prepareAttempts)
      throw new Error(`rounds ${rounds[0]?.name} to ${rounds.at(-1)?.name} could not be prepared: ${problem}`);
  }
}

/** True if a write was concurrent with a deletion. */
function isOverlapped(requests: readonly RaceRequest[]): boolean {
  const deletions = requests.filter(({ action }) => action === "tombstone");
  const writes = requests.filter(({ action }) => action !== "tombstone" && action !== "deletionPlan");
  return deletions.some((deletion) =>
    writes.some((write) => write.startedAt < deletion.endedAt && deletion.startedAt < write.endedAt),
  );
}

function summarize(
  results: readonly RoundResult[],
  histories: readonly RaceHistory[],
): Omit<RaceResult, "seed" | "seconds" | "brokenEntry"> {
  const requests = results.flatMap((result) => result.requests);
  const outcomes = new Map<string, number>();
  for (const { action, outcome } of requests)
    outcomes.set(`${action}: ${outcome}`, (outcomes.get(`${action}: ${outcome}`) ?? 0) + 1);
  const violations = histories.map((history, index) => findViolations(history, results[index]?.deleters ?? []));
  return {
    rounds: results.length,
    overlapped: results.filter((result) => result.isOverlapped).length,
    tombstoned: histories.filter(({ tombstone }) => tombstone !== null).length,
    outcomes: new Map([...outcomes].sort(([left], [right]) => (left < right ? -1 : 1))),
    requests: requests.length,
    gaveUp: requests.filter(gaveUp).length,
    violations: violations.flat(),
    violated: violations.filter((found) => found.length > 0).length,
  };
}

/** A readable report. */
export function describeRaces(
  title: string,
  {
    seed,
    seconds,
    rounds,
    overlapped,
    tombstoned,
    outcomes,
    requests,
    gaveUp: lost,
    violations,
    violated,
    brokenEntry,
  }: RaceResult,
): string {
  const kinds = [...new Set(violations.map(({ kind }) => kind))].sort();
  return [
    `${title} (seed ${seed}): ${rounds} rounds in ${seconds} s, ${overlapped} overlapped, ${tombstoned} tombstoned, ${requests} requests, ${lost} gave up, ${violations.length} violations in ${violated} rounds, chain ${brokenEntry === null ? "intact" : `broken at ${brokenEntry}`}`,
    ...[...outcomes].map(([outcome, count]) => `  ${count} × ${outcome}`),
    ...kinds.map((kind) =>
      describeViolations(
        kind,
        violations.filter((violation) => violation.kind === kind),
      ),
    ),
  ].join("\n");
}

function describeViolations(kind: string, found: readonly Violation[]): string {
  return `  ${found.length} × ${kind}, such as: ${found[0]?.detail}`;
}
