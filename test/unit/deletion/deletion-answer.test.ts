import "reflect-metadata";
import { setImmediate } from "node:timers/promises";
import { DeletionAnswer } from "../../../src/features/deletion/deletion-answer.js";
import type { GraphReader } from "../../../src/core/graph/graph.js";
import type { Statement } from "../../../src/core/graph/statement.js";
import { noPage } from "../../../src/features/impact/impact.service.js";
import { DeadlineExceededError } from "../../../src/core/shared/errors.js";
import { rootsByKey } from "../../../src/features/lineage/roots.js";

const target = "snapshot:shop/orders@1";

const nothing = {
  severity: null,
  kind: null,
  count: null,
  title: null,
  depth: 0,
  isStub: false,
  unrecorded: [],
  uses: null,
  deployment: null,
  deploymentTitle: null,
  endpoint: null,
  stage: null,
  trafficPercent: null,
  validFrom: null,
  validTo: null,
};
const root = { ...nothing, part: "ROOT", key: target, severity: 5, recordedAt: 1 };

/** Finds only the target, and records when each statement begins and ends; late ones do not end in time. */
function notingReader(notes: string[], isLate: (name: string) => boolean = () => false): GraphReader {
  return {
    read: async <Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> => {
      const name = `${statement.name}${JSON.stringify(params).includes('"hasMembers":true') ? " with token" : ""}`;
      notes.push(`${name} begins`);
      await setImmediate();
      if (isLate(name)) throw new DeadlineExceededError("late");
      notes.push(`${name} ends`);
      return statement.row.array().parse(statement.name === "deletion/plan" ? [root] : []);
    },
  };
}

function answerOf(graph: GraphReader): DeletionAnswer {
  return new DeletionAnswer(rootsByKey([target]), {
    graph,
    closureBudget: { maxNodes: 100, maxMs: 1_000 },
    signal: new AbortController().signal,
  });
}
const page = { ...noPage, limit: 10 };

test("the lists of a plan are read after its token: they contain everything that the token covers", async () => {
  const notes: string[] = [];
  const answer = answerOf(notingReader(notes));
  await Promise.all([
    answer.impact.affected(page),
    answer.lost(),
    answer.withBlockers(10),
    answer.withMembers(),
    answer.summary(),
  ]);
  expect(notes.slice(0, 2)).toEqual(["deletion/plan with token begins", "deletion/plan with token ends"]);
  expect(new Set(notes.slice(2).map((text) => text.split(" ")[0]))).toEqual(
    new Set(["deletion/plan", "reproduction/find-downstream-versions"]),
  );
});

test("a list that times out is an error if the plan is complete, and empty if the plan is partial", async () => {
  const complete = answerOf(notingReader([], (name) => name === "deletion/plan"));
  const [token, listed] = await Promise.allSettled([complete.withMembers(), complete.impact.affected(page)]);
  expect(token).toMatchObject({ status: "fulfilled", value: { completeness: { status: "COMPLETE" } } });
  expect(listed).toMatchObject({ status: "rejected", reason: { code: "DEADLINE_EXCEEDED" } });
  const partial = answerOf(notingReader([], () => true));
  expect(await partial.impact.affected(page)).toEqual([]);
  expect((await partial.summary()).completeness).toMatchObject({ status: "PARTIAL", reason: "TIME_BUDGET" });
});
