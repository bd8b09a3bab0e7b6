import { groupNames } from "../../../src/adapters/cli/deletion/find-targets.js";

test.each([
  ["raw@1", ["raw@1"]],
  ["raw@1 raw@2", ["raw@1", "raw@2"]],
  ["model churn@3 raw@1 run 42", ["model churn@3", "raw@1", "run 42"]],
  ["Model churn@3", ["Model churn@3"]],
  ["raw@1 model", ["raw@1", "model"]],
])("%s", (line, names) => {
  expect(groupNames(line.split(" "))).toEqual(names);
});

test("a quoted name is one target, including its kind", () => {
  expect(groupNames(["model churn@3", "package requests<2.32"])).toEqual(["model churn@3", "package requests<2.32"]);
});
