import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { type ExecutionResult, type GraphQLSchema, graphql } from "graphql";
import { defaultLimits } from "../../src/core/api/limits.js";
import { type Role, roles } from "../../src/core/api/principal.js";
import { settleEndpoints } from "../../src/catalog/deployment/settle-endpoints.js";
import { type FactOutcome } from "../../src/core/facts/fact-plan.js";
import { FactWriter } from "../../src/core/facts/fact-writer.js";
import { Decisions } from "../../src/core/graph/decisions.js";
import { Graph } from "../../src/core/graph/graph.js";
import { Ledger } from "../../src/core/graph/ledger.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import { draftFact } from "../../src/adapters/ingest/fact-drafts.js";
import { type FactInput, fact } from "../../src/adapters/ingest/fact.js";
import { createLoaders } from "../../src/loaders.js";
import { buildLineageSchema } from "../../src/schema.js";

/** An answer of the schema with the statements that it took. */
export interface SchemaAnswer extends ExecutionResult {
  readonly statements: readonly string[];
}

/** The schema of what exists on a real Neo4j, without a server in front of it. */
export class SchemaClient {
  /** A namespace that no other test has. */
  readonly namespace = `test-${randomUUID()}`;
  readonly graph = new Graph({
    uri: process.env.NEO4J_URI ?? "bolt://127.0.0.1:7687",
    user: process.env.NEO4J_USER ?? "",
    password: process.env.NEO4J_PASSWORD ?? "",
    database: process.env.NEO4J_DATABASE ?? "neo4j",
  });
  /** How much one closure may look at. */
  closureBudget = { maxNodes: defaultLimits.closureNodes, maxMs: defaultLimits.closureMs };
  /** What the caller may do. */
  roles: readonly Role[] = roles;
  readonly #ledger = new Ledger(this.graph);
  readonly #writer = new FactWriter(this.#ledger, [settleEndpoints]);
  readonly #decisions = new Decisions(this.#ledger).sinkFor("test", 30_000);
  #schema: GraphQLSchema | undefined;

  async start(): Promise<void> {
    await migrate(this.graph, await loadMigrations());
    this.#schema = await buildLineageSchema();
  }

  async ask(source: string, variableValues: Record<string, unknown> = {}): Promise<SchemaAnswer> {
    if (!this.#schema) throw new Error("start the client first");
    const statements: string[] = [];
    const graph = this.graph.forRequest({ onStatement: ({ statement }) => statements.push(statement) });
    const contextValue = {
      graph,
      loaders: createLoaders(graph),
      signal: new AbortController().signal,
      principal: { name: "test", roles: new Set(this.roles) },
      closureBudget: { ...this.closureBudget },
      decisions: this.#decisions,
      facts: {
        write: (facts: readonly unknown[], options?: { idempotencyKey?: string }) =>
          this.write(facts, options?.idempotencyKey),
      },
    };
    // As JSON, which is what clients get: GraphQL's own objects have no prototype.
    const result = JSON.parse(
      JSON.stringify(await graphql({ schema: this.#schema, source, variableValues, contextValue })),
    ) as ExecutionResult;
    return { ...result, statements };
  }

  /** Asks for something that must be answered without an error. */
  async answer<Data = Record<string, never>>(source: string, variables?: Record<string, unknown>): Promise<Data> {
    const { data, errors } = await this.ask(source, variables);
    if (errors)
      throw new Error(`${source}\n${JSON.stringify(variables)}\n${errors.map(({ message }) => message).join("\n")}`);
    return data as Data;
  }

  /** Records facts as an import does; all of them must be accepted. */
  async record(...facts: readonly FactInput[]): Promise<void> {
    const rejected = (await this.write(facts)).filter(({ status }) => status === "REJECTED");
    if (rejected.length > 0) throw new Error(JSON.stringify(rejected));
  }

  /** Records facts as an import does, and tells what became of each. */
  async write(given: readonly unknown[], idempotencyKey?: string): Promise<readonly FactOutcome[]> {
    const read = given.map((one) => fact.safeParse(one));
    const [invalid] = read.flatMap(({ error }) => error?.issues ?? []);
    if (invalid)
      return [{ status: "REJECTED", code: "BAD_USER_INPUT", message: `${invalid.path.join(".")}: ${invalid.message}` }];
    const facts = read.flatMap(({ data }) =>
      data
        ? [{ operation: data.operation, draft: (resolve: Parameters<typeof draftFact>[1]) => draftFact(data, resolve) }]
        : [],
    );
    return this.#writer.write({ by: "test", facts, body: given, idempotencyKey });
  }

  async close(): Promise<void> {
    await this.graph.close();
  }
}
