import "reflect-metadata";
import { graphql } from "graphql";
import { AnswerSize } from "../../src/core/api/answer-size.js";
import { toLineageNode } from "../../src/core/api/node/lineage-node.js";
import { roles } from "../../src/core/api/principal.js";
import { buildLineageSchema } from "../../src/schema.js";
import { DeadlineExceededError } from "../../src/core/shared/errors.js";

const key = "snapshot:s3/train@1";

/** Queries a database that terminates every closure, as it does after a timeout. */
async function ask(source: string, signal: AbortSignal) {
  const contextValue = {
    graph: { read: () => Promise.reject(new DeadlineExceededError("the database ended the question")) },
    loaders: {
      lineageNode: {
        load: (wanted: string) =>
          Promise.resolve(toLineageNode({ key: wanted, recordedAt: Date.UTC(2026, 4, 2), isStub: false })),
      },
    },
    moments: { pin: () => Promise.resolve(), contextAt: () => undefined },
    principal: { name: "test", roles: new Set(roles) },
    closureBudget: { maxNodes: 10, maxMs: 10 },
    answerSize: new AnswerSize(100),
    signal,
  };
  return JSON.parse(JSON.stringify(await graphql({ schema: await buildLineageSchema(), source, contextValue }))) as {
    data: unknown;
    errors?: { message: string }[];
  };
}

const questions = `{
  impact(of: [{ key: "${key}" }]) { severity roots { key recordedAt } completeness { status reason reachedCount } }
  lineage(of: [{ key: "${key}" }], direction: DOWNSTREAM) { roots { key recordedAt } nodes { depth } completeness { status reason reachedCount } }
}`;

test("a closure that times out is a partial answer with its roots, and assumes the worst severity", async () => {
  const roots = [{ key, recordedAt: "2026-05-02T00:00:00.000Z" }];
  const completeness = { status: "PARTIAL", reason: "TIME_BUDGET", reachedCount: 0 };
  expect(await ask(questions, new AbortController().signal)).toEqual({
    data: {
      impact: { severity: "SERVING_PRODUCTION", roots, completeness },
      lineage: { roots, nodes: [], completeness },
    },
  });
});

test("if the whole request is out of time, the answer is an error, not a partial answer", async () => {
  const { data, errors } = await ask(questions, AbortSignal.abort());
  expect(data).toEqual({ impact: null, lineage: null });
  expect(errors?.map(({ message }) => message)).toContain("the database ended the question");
});
