import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, Lexer, parse, Source, TokenKind, validate } from "graphql";
import { namedQuestion } from "../../../src/adapters/cli/client/find-node.js";
import { probeQuestion } from "../../../src/adapters/cli/import/import-mlflow.command.js";
import { lineageKinds } from "../../../src/adapters/cli/format/words.js";
import { candidatesQuestion } from "../../../src/adapters/cli/deletion/candidates.command.js";
import { lostQuestion, planQuestion, tombstoneMutation } from "../../../src/adapters/cli/deletion/plan-answer.js";
import * as comparisonQuestions from "../../../src/adapters/cli/comparison/comparison-question.js";
import { impactQuestion } from "../../../src/adapters/cli/impact/impact-answer.js";
import { lineageQuestion } from "../../../src/adapters/cli/lineage/lineage-answer.js";
import { showQuestion } from "../../../src/adapters/cli/node/node-details.js";
import { ledgerQuestion } from "../../../src/adapters/cli/ledger/ledger-reader.js";
import { addNoteMutation } from "../../../src/adapters/cli/node/note.command.js";
import * as endpointQuestions from "../../../src/adapters/cli/endpoint/endpoint-answer.js";
import { reachingQuestion } from "../../../src/adapters/cli/recall/find-recall.js";
import * as recallQuestions from "../../../src/adapters/cli/recall/recall-answer.js";
import { reproductionQuestion } from "../../../src/adapters/cli/reproduction/reproduction-answer.js";
import { verifyQuestion } from "../../../src/adapters/cli/record/recorded-node.js";
import { runsQuestion } from "../../../src/adapters/cli/runs/runs-question.js";
import * as releaseQuestions from "../../../src/adapters/cli/release/release-answer.js";
import * as rollbackQuestions from "../../../src/adapters/cli/rollback/rollback-answer.js";
import { endpointsQuestion } from "../../../src/adapters/cli/client/find-endpoint.js";
import { servedQuestion } from "../../../src/adapters/cli/served/served-answer.js";
import { searchQuestion } from "../../../src/adapters/cli/node/search.command.js";

const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../../schema/schema.graphql"), "utf8"));
const showQuestions = Object.fromEntries(lineageKinds.map((kind) => [`showQuestion of ${kind}`, showQuestion(kind)]));
const isQuestion = (value: unknown): value is { text: string } =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";
const questionsOf = (module: object): Record<string, { text: string }> =>
  Object.fromEntries(Object.entries(module).flatMap(([name, value]) => (isQuestion(value) ? [[name, value]] : [])));
const questions = Object.entries({
  namedQuestion,
  impactQuestion,
  planQuestion,
  lostQuestion,
  tombstoneMutation,
  candidatesQuestion,
  lineageQuestion,
  ...showQuestions,
  searchQuestion,
  probeQuestion,
  verifyQuestion,
  runsQuestion,
  ledgerQuestion,
  addNoteMutation,
  endpointsQuestion,
  servedQuestion,
  ...questionsOf(releaseQuestions),
  ...questionsOf(rollbackQuestions),
  reproductionQuestion,
  ...questionsOf(comparisonQuestions),
  ...questionsOf(recallQuestions),
  reachingQuestion,
  ...questionsOf(endpointQuestions),
});

test.each(questions)(
  "%s is valid by the schema, and its operation has a name for the server's log",
  (_name, { text }) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    expect(text).toMatch(/^(query|mutation) Cli[A-Z]\w+/);
  },
);

test.each(questions)("%s has at most 1,000 tokens", (_name, { text }) => {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  expect(count).toBeLessThanOrEqual(1_000);
});
