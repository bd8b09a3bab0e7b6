import { hasFields } from "../../../src/adapters/cli/client/answer-fields.js";
import { reproductionQuestion } from "../../../src/adapters/cli/reproduction/reproduction-answer.js";
import { planQuestion } from "../../../src/adapters/cli/deletion/plan-answer.js";
import { lineageQuestion } from "../../../src/adapters/cli/lineage/lineage-answer.js";

const node = { key: "run:acme/r1", kind: "RUN", label: "nightly", namespace: "acme", isStub: false };
const reproduction = { of: node, verdict: "LOST", findings: [{ code: "NO_CODE", message: "m", node }], script: "" };

test("the fields of a question are those that its document selects, through its fragments", () => {
  expect(reproductionQuestion.__meta__?.answer).toEqual({
    reproduction: {
      of: { key: true, kind: true, label: true, namespace: true, isStub: true },
      verdict: true,
      findings: {
        code: true,
        message: true,
        node: { key: true, kind: true, label: true, namespace: true, isStub: true },
      },
      script: true,
    },
  });
});

test("fields of one type only, and conditional fields, are not required", () => {
  expect(planQuestion.__meta__?.answer).not.toHaveProperty("deletionPlan.targets.sizeBytes");
  expect(planQuestion.__meta__?.answer).toHaveProperty("deletionPlan.targets.tombstone.reason", true);
  expect(lineageQuestion.__meta__?.answer).not.toHaveProperty("lineage.edges");
});

test.each<[string, unknown, boolean]>([
  ["complete", { reproduction }, true],
  ["with an empty list", { reproduction: { ...reproduction, findings: [] } }, true],
  ["with a null", { reproduction: { ...reproduction, findings: [{ code: "c", message: "m", node: null }] } }, true],
  ["with more fields", { reproduction: { ...reproduction, more: 1 } }, true],
  ["without its root field", { hero: "R2-D2" }, false],
  ["without a field of an item", { reproduction: { ...reproduction, findings: [{ code: "c", node: null }] } }, false],
  ["without a field below an item", { reproduction: { ...reproduction, findings: [{ node: { key: 7 } }] } }, false],
  ["with text in place of an object", { reproduction: { ...reproduction, of: "run:acme/r1" } }, false],
])("an answer %s", (_name, answer, isAnswer) => {
  expect(hasFields(answer, reproductionQuestion.__meta__?.answer)).toBe(isAnswer);
});
