import { spawnSync } from "node:child_process";
import fc from "fast-check";
import ts from "typescript";
import { bucketOf, bucketRanges } from "../../../src/features/serving/decision-bucket.js";
import { blocksOf, readDocument } from "../../support/markdown.js";

const rule = readDocument("docs/serving-rule.md");

/** The document's code block in a language. */
function blockOf(wanted: string): string {
  const block = blocksOf(rule).find(({ language }) => language === wanted);
  if (!block) throw new Error(`${rule.path} has no block of ${wanted}`);
  return block.lines.join("\n");
}

/** The document's values: key, bucket, and the deployment that decides if A has 60%, B 10% and C 30%. */
const worked = [...rule.text.matchAll(/^\| `([^`]+)` +\| `[0-9a-f]+` +\| (\d+) +\| ([ABC]) +\|$/gm)].map(
  ([, key = "", bucket = "", who = ""]) => ({ key, bucket: Number(bucket), who }),
);
const keys = [...worked.map(({ key }) => key), "", "ünïcödé-決定", "a\nb", "loan-4712"];

test("the documented values are correct", () => {
  expect(worked.length).toBeGreaterThanOrEqual(4);
  const ranges = bucketRanges([60, 10, 30]);
  for (const { key, bucket, who } of worked) {
    expect(bucketOf(key)).toBe(bucket);
    expect("ABC"[ranges.findIndex(({ start, end }) => start <= bucket && bucket < end)]).toBe(who);
  }
});

test("the documented TypeScript selects the same deployment as the API", async () => {
  const { outputText } = ts.transpileModule(blockOf("ts"), {
    compilerOptions: { module: ts.ModuleKind.ES2022, target: ts.ScriptTarget.ES2022 },
  });
  const module = (await import(`data:text/javascript,${encodeURIComponent(outputText)}`)) as {
    deploymentFor: (key: string, shares: readonly number[]) => number;
  };
  fc.assert(
    fc.property(fc.string(), fc.array(fc.double({ min: 0, max: 40, noNaN: true }), { maxLength: 6 }), (key, shares) => {
      fc.pre(key.isWellFormed());
      expect(module.deploymentFor(key, shares)).toBe(indexFor(key, shares));
    }),
  );
});

test("the documented Python selects the same deployment as the API, if Python is installed", () => {
  const shares = [[60, 10, 30], [33.33, 33.33, 33.34], [0.005, 50.1], [10]];
  const program = `${blockOf("python")}\nimport json, sys\ngiven = json.load(sys.stdin)\nprint(json.dumps([[deployment_for(key, shares) for shares in given["shares"]] for key in given["keys"]]))`;
  const { error, status, stdout, stderr } = spawnSync("python3", ["-c", program], {
    input: JSON.stringify({ keys, shares }),
    encoding: "utf8",
  });
  if (error) return console.warn("there is no python3: the documented Python was not executed");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toEqual(keys.map((key) => shares.map((each) => indexFor(key, each))));
});

/** The API's answer, as an index of the list. */
function indexFor(key: string, shares: readonly number[]): number {
  const bucket = bucketOf(key);
  return bucketRanges(shares).findIndex(({ start, end }) => start <= bucket && bucket < end);
}

test("ranges are contiguous from 0, end with the shares, and never after 10,000", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 8 }), (shares) => {
      const ranges = bucketRanges(shares);
      ranges.forEach(({ start }, index) => expect(start).toBe(ranges[index - 1]?.end ?? 0));
      const sum = shares.reduce((all, share) => all + share, 0);
      expect(Math.abs((ranges.at(-1)?.end ?? 0) - Math.min(10_000, sum * 100))).toBeLessThanOrEqual(0.5000001);
    }),
  );
});
