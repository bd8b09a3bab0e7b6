import type { Answer } from "../format/answer.js";
import type { Column } from "../format/column.js";
import { kindWords, toWord } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { CliReproductionQuery, ReproductionVerdict } from "../generated/graphql.js";

/** Best first. */
export const verdicts = ["REPRODUCIBLE", "DEGRADED", "LOST"] as const satisfies readonly ReproductionVerdict[];
export type Verdict = (typeof verdicts)[number];

export type Reproduction = NonNullable<CliReproductionQuery["reproduction"]>;
type Finding = Reproduction["findings"][number];

export const reproductionQuestion = graphql(`
  query CliReproduction($key: String!, $asOf: DateTime) {
    reproduction(of: { key: $key }, asOf: $asOf) {
      of {
        ...NodeLine
      }
      verdict
      findings {
        code
        message
        node {
          ...NodeLine
        }
      }
      script
    }
  }
`);

/** Whether the verdict is this one or a worse one. */
export function isAsBadAs(found: Verdict, threshold: Verdict): boolean {
  return verdicts.indexOf(found) >= verdicts.indexOf(threshold);
}

const meanings: Readonly<Record<Verdict, string>> = {
  REPRODUCIBLE: "Its code, packages, data and command are recorded and available.",
  DEGRADED: "A rebuild can be attempted, but the result may differ.",
  LOST: "It cannot be rebuilt.",
};

/** The answer to "can it be rebuilt?". */
export function reproductionAnswer(asked: Reproduction): Answer<Finding> {
  const {
    of: { kind, label, key },
    verdict,
    findings,
  } = asked;
  return {
    headline: [`${kindWords[kind].replace("-", " ")} ${label}: ${toWord(verdict)}`, key],
    columns: findingColumns,
    rows: findings,
    summary: [`${meanings[verdict]} Use --script to print the rebuild script.`],
    warnings: [],
    json: asked,
  };
}

const findingColumns: readonly Column<Finding>[] = [
  { name: "finding", value: ({ code }) => toWord(code) },
  { name: "what", value: ({ message }) => message, isText: true },
  { name: "key", value: ({ node }) => node?.key ?? "", isDetail: true },
];
