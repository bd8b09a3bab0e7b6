import { type BatchFact, gatherFacts } from "../../../src/adapters/cli/import/fact-batches.js";
import type { FactInput } from "../../../src/adapters/ingest/fact.js";
import type { ImportItem } from "../../../src/adapters/importers/mlflow/map-store.js";
import type { StoreProblem } from "../../../src/adapters/importers/mlflow/mlflow-store.js";

const run = (id: string, extra: object = {}): ImportItem => ({
  fact: { operation: "recordRun", input: { namespace: "n", externalId: id, status: "COMPLETED", ...extra } },
  origin: { place: "runs", id },
});
const snapshot: FactInput = {
  operation: "registerDatasetSnapshot",
  input: { namespace: "n", dataset: "d", version: "1", sizeBytes: 9_007_199_254_740_991n },
};

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function gather(
  items: Iterable<ImportItem>,
): Promise<{ batches: (readonly BatchFact[])[]; problems: StoreProblem[] }> {
  const batches: (readonly BatchFact[])[] = [];
  const problems: StoreProblem[] = [];
  for await (const batch of gatherFacts(each(items), (problem) => void problems.push(problem))) batches.push(batch);
  return { batches, problems };
}

test("every fact is sent once, in order, five hundred in a batch", async () => {
  const { batches } = await gather(Array.from({ length: 1_234 }, (_, index) => run(`r${index}`)));
  expect(batches.map(({ length }) => length)).toEqual([500, 500, 234]);
  expect(batches.flat().map(({ origin }) => origin.id)).toEqual(
    Array.from({ length: 1_234 }, (_, index) => `r${index}`),
  );
});

test("a fact is one line of JSON, including integers of any size", async () => {
  const { batches } = await gather([{ fact: snapshot, origin: { place: "datasets", id: "d" } }, run("line\nbreak")]);
  const lines = batches.flat().map(({ line }) => line);
  expect(JSON.parse(lines[0] ?? "")).toEqual({
    operation: "registerDatasetSnapshot",
    input: { namespace: "n", dataset: "d", version: "1", sizeBytes: "9007199254740991" },
  });
  expect(lines.join("").includes("\n")).toBe(false);
});

test("facts about one node stay together beyond a full batch, up to the limit of a request", async () => {
  const before = Array.from({ length: 499 }, (_, index) => run(`r${index}`));
  const long = await gather([...before, run("long"), run("long"), run("long"), run("next")]);
  expect(long.batches.map(({ length }) => length)).toEqual([502, 1]);
  const endless = await gather(Array.from({ length: 2_100 }, () => run("endless")));
  expect(endless.batches.map(({ length }) => length)).toEqual([2_000, 100]);
});

test("a batch may also be full by its length", async () => {
  const { batches } = await gather(
    Array.from({ length: 10 }, (_, index) => run(`r${index}`, { command: "x".repeat(1_000_000) })),
  );
  expect(batches.map(({ length }) => length)).toEqual([4, 4, 2]);
});

test("records that could not be read are reported beside the batches", async () => {
  const problem = { place: "tags", id: "7", why: "no run of that id" };
  const { batches, problems } = await gather([run("a"), { problem }, run("b")]);
  expect([batches.flat().length, problems]).toEqual([2, [problem]]);
});

test("an empty store yields no batch", async () => {
  expect((await gather([])).batches).toEqual([]);
});
