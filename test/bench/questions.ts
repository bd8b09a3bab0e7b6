import type { Session } from "neo4j-driver";
import { bindStatement } from "../../src/core/graph/bound-statement.js";
import { type GraphReader, type ReadOptions } from "../../src/core/graph/graph.js";
import type { Statement } from "../../src/core/graph/statement.js";
import { findImpact, noPage } from "../../src/features/impact/impact.service.js";
import { findLineage } from "../../src/features/lineage/lineage.service.js";
import type { ApiProcess } from "./api-process.js";
import type { Answer, Contestant } from "./measure.js";

/** One query, as sent to the API and as its service sends it to the database. */
export interface Question {
  readonly query: string;
  readonly variables: (key: string) => object;
  /** The API's answer as a text. */
  readonly digest: (data: never) => string;
  /** The service's result for rows, as the same text. */
  readonly answer: (graph: GraphReader, key: string) => Promise<string>;
}

const budget = { maxNodes: 2_000_000, maxMs: 60_000 };
const never = new AbortController().signal;

interface ImpactData {
  readonly impact: {
    readonly affected: { readonly edges: readonly { readonly node: { readonly node: { readonly key: string } } }[] };
    readonly completeness: { readonly reachedCount: number };
  };
}
interface LineageData {
  readonly lineage: {
    readonly totalCount: number;
    readonly nodes: readonly { readonly node: { readonly key: string } }[];
  };
}

/** The impact: counts, production deployments and the first page, worst first. */
export function impactQuestion(asOf: number | null = null): Question {
  return {
    query: `query Impact($key: String!, $asOf: DateTime) { impact(of: [{ key: $key }], asOf: $asOf) { severity productionDeployments { key } counts { severity kind count }
      affected(first: 50) { totalCount edges { node { severity depth reason node { key label } } } } completeness { status reachedCount } } }`,
    variables: (key) => ({ key, asOf: asOf === null ? null : new Date(asOf).toISOString() }),
    digest: ({ impact }: ImpactData) =>
      digest(
        impact.completeness.reachedCount,
        impact.affected.edges.map(({ node }) => node.node.key),
      ),
    answer: async (graph, key) => {
      const { affected, completeness } = await findImpact(
        graph,
        { roots: [key], asOf },
        { ...noPage, limit: 51 },
        budget,
        never,
      );
      return digest(
        completeness.reachedCount,
        affected.slice(0, 50).map((node) => node.key),
      );
    },
  };
}

/** The downstream: the closest nodes with the fields that the closure itself returns. */
export function lineageQuestion(limit: number, fields = "key label"): Question {
  return {
    query: `query Lineage($key: String!) { lineage(of: [{ key: $key }], direction: DOWNSTREAM, limit: ${limit}) { totalCount nodes { depth node { ${fields} } } } }`,
    variables: (key) => ({ key }),
    digest: ({ lineage }: LineageData) =>
      digest(
        lineage.totalCount,
        lineage.nodes.map(({ node }) => node.key),
      ),
    answer: async (graph, key) => {
      const { totalCount, nodes } = await findLineage(
        graph,
        { roots: [key], direction: "DOWNSTREAM", maxDepth: null, kinds: null, asOf: null, limit },
        budget,
        never,
      );
      return digest(
        totalCount,
        nodes.map((node) => node.key),
      );
    },
  };
}

function digest(count: number, keys: readonly string[]): string {
  return `${count}: ${keys.join(" ")}`;
}

/** The query through the API. */
export function throughApi(name: string, api: ApiProcess, question: Question): Contestant {
  return {
    name,
    ask: async (key): Promise<Answer> => {
      const data = await api.ask<never>(question.query, question.variables(key));
      return () => question.digest(data);
    },
  };
}

/** The same statement with the same parameters through the driver, on one persistent session. */
export function throughDriver(name: string, session: Session, question: Question): Contestant {
  const asked = new Map<string, { text: string; params: object }>();
  return {
    name,
    ask: async (key): Promise<Answer> => {
      const { text, params } = asked.get(key) ?? (await recordStatement(question, key));
      asked.set(key, { text, params });
      const rows = (await session.run(text, params, { timeout: budget.maxMs })).records.map((record) =>
        record.toObject(),
      );
      return () => question.answer(readerOf(rows), key);
    },
  };
}

/** The statement that the service sends to the database for a query. */
async function recordStatement(question: Question, key: string): Promise<{ text: string; params: object }> {
  let recorded: { text: string; params: object } | undefined;
  const recorder: GraphReader = {
    read: async <Params, Row>(statement: Statement<Params, Row>, params: Params): Promise<Row[]> => {
      recorded ??= bindStatement(statement, params);
      return [];
    },
  };
  // An answer without rows means that the node does not exist; the service then looks for the reason.
  await question.answer(recorder, key).catch(() => undefined);
  if (!recorded) throw new Error("the question takes no statement");
  return recorded;
}

function readerOf(rows: readonly object[]): GraphReader {
  return {
    read: async <Params, Row>(
      statement: Statement<Params, Row>,
      _params: Params,
      _options?: ReadOptions,
    ): Promise<Row[]> => rows.map((row) => statement.row.parse(row)),
  };
}
