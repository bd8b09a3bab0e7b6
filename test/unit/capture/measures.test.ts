import { join } from "node:path";
import { readMetrics } from "../../../src/adapters/cli/capture/measures/read-metrics.js";
import { readParameters } from "../../../src/adapters/cli/capture/measures/read-params.js";
import { temporaryFolder, writeFiles } from "../../support/temporary-folder.js";

const folder = temporaryFolder();
let count = 0;
const file = (content: string, ending = "yaml"): string => {
  const name = `${(count += 1)}.${ending}`;
  writeFiles(folder, { [name]: content });
  return join(folder, name);
};
const parameters = async (...contents: readonly string[]): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await readParameters(contents.map((content) => file(content)))).map(({ name, value }) => [name, value]),
  );

describe("parameters", () => {
  test("nested keys are joined by dots; lists, null and booleans are text", async () => {
    expect(
      await parameters("model:\n  depth: 6\n  layers: [1, {size: 2}]\nname: big\nfast: true\nseed: null\nempty: {}\n"),
    ).toEqual({
      "model.depth": "6",
      "model.layers": '[1,{"size":2}]',
      name: "big",
      fast: "true",
      seed: "null",
      empty: "{}",
    });
  });

  test("a number has one text for all notations, and integers keep all digits", async () => {
    expect(
      await parameters("a: 1e-3\nb: 0.001\nc: 12345678901234567890\nd: 0.10\ne: '1e-3'\nf: [12345678901234567890]"),
    ).toEqual({
      a: "0.001",
      b: "0.001",
      c: "12345678901234567890",
      d: "0.1",
      e: "1e-3",
      f: '["12345678901234567890"]',
    });
  });

  test("merge keys and anchors are resolved; JSON with tabs is read as well", async () => {
    expect(await parameters("base: &b {lr: 1, depth: 2}\nrun: {<<: *b, lr: 3}")).toEqual({
      "base.lr": "1",
      "base.depth": "2",
      "run.lr": "3",
      "run.depth": "2",
    });
    expect(await parameters('{\n\t"lr": 0.5,\n\t"model": {"depth": 6}\n}')).toEqual({ lr: "0.5", "model.depth": "6" });
  });

  test("several files form one set and must agree", async () => {
    expect(await parameters("lr: 1", "depth: 2\nlr: 1")).toEqual({ lr: "1", depth: "2" });
    await expect(parameters("lr: 1", "lr: 2")).rejects.toThrow(/gives lr the value 2, but it already has the value 1/);
    await expect(parameters("a.b: 1\na: {b: 2}")).rejects.toThrow(
      /gives a.b the value 2, but it already has the value 1/,
    );
  });

  test.each([
    ["- 1\n- 2", /is not a map of names to values/],
    ["just text", /is not a map of names to values/],
    ["a: [1", /is neither YAML nor JSON: /],
    ["a: 1\na: 2", /is neither YAML nor JSON: Map keys must be unique/],
    [
      "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d,*d,*d]",
      /Excessive alias count/,
    ],
  ])("%j is rejected", async (content, message) => {
    await expect(parameters(content)).rejects.toThrow(message);
  });

  test("the error for a missing file names the file and the option", async () => {
    await expect(readParameters([join(folder, "nowhere.yaml")])).rejects.toThrow(
      /^--params .*nowhere\.yaml cannot be read \(ENOENT/,
    );
  });
});

describe("metrics", () => {
  test("numbers, nested ones too, and Python's notations of NaN and infinities", async () => {
    const { metrics, leftOut } = await readMetrics(
      file(
        '{"auc": 0.91, "eval": {"loss": NaN, "low": -Infinity, "high": Infinity, "n": 12}, "note": "x", "curve": [1, 2], "ok": true}',
        "json",
      ),
    );
    expect(metrics).toEqual([
      { name: "auc", value: 0.91 },
      { name: "eval.loss", text: "NaN" },
      { name: "eval.low", text: "-Infinity" },
      { name: "eval.high", text: "Infinity" },
      { name: "eval.n", value: 12 },
    ]);
    expect(leftOut).toEqual(["note", "curve", "ok"]);
  });

  test("in YAML notation", async () => {
    expect((await readMetrics(file("a: .nan\nb: -.inf\nc: 1e-3\nd: -0.5"))).metrics).toEqual([
      { name: "a", text: "NaN" },
      { name: "b", text: "-Infinity" },
      { name: "c", value: 0.001 },
      { name: "d", value: -0.5 },
    ]);
  });

  test("a file without names has no metrics", async () => {
    await expect(readMetrics(file("[1, 2]"))).rejects.toThrow(/is not a map of names to numbers/);
  });
});
