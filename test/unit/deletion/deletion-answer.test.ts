import "reflect-metadata";
import { setImmediate } from "node:timers/promises";
import { DeletionAnswer } from "../../../src/deletion/deletion-answer.js";
import type { GraphReader } from "../../../src/graph/graph.js";
import type { Statement } from "../../../src/graph/statement.js";
import { noPage } from "../../../src/impact/impact.service.js";

const target = "snapshot:shop/orders@1";

/** Finds nothing but the target, and notes when each statement begins and ends. */
function notingReader(notes: string[]): GraphReader {
  const nothing = { severity: null, kind: null, count: null, title: null, depth: 0, isStub: false, uses: null, deployment: null, deploymentTitle: null, endpoint: null, stage: null, trafficPercent: null, validFrom: null, validTo: null };
  const root = { ...nothing, part: "ROOT", key: target, severity: 5, recordedAt: 1 };
  return {
    read: async <Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> => {
      const name = `${statement.name}${JSON.stringify(params).includes('"hasMembers":true') ? " with token" : ""}`;
      notes.push(`${name} begins`);
      await setImmediate();
      notes.push(`${name} ends`);
      return statement.row.array().parse(statement.name === "impact/impact" ? [root] : []);
    },
  };
}

test("what a plan lists is read after its token: nothing that the token stands for is missing from what was shown", async () => {
  const notes: string[] = [];
  const answer = new DeletionAnswer([target], { graph: notingReader(notes), closureBudget: { maxNodes: 100, maxMs: 1_000 }, signal: new AbortController().signal });
  await Promise.all([answer.impact.affected({ ...noPage, limit: 10 }), answer.lost(), answer.withBlockers(10), answer.withMembers(), answer.summary()]);
  expect(notes.slice(0, 2)).toEqual(["impact/impact with token begins", "impact/impact with token ends"]);
  expect(new Set(notes.slice(2).map((text) => text.split(" ")[0]))).toEqual(new Set(["impact/impact", "reproduction/find-downstream-versions"]));
});
