import "reflect-metadata";
import { randomUUID } from "node:crypto";
import { type ExecutionResult, type GraphQLSchema, graphql } from "graphql";
import type { RequestContext } from "../../src/core/api/context.js";
import { type Role, roles } from "../../src/core/api/principal.js";
import { type FactOutcome } from "../../src/core/facts/fact-plan.js";
import { Graph } from "../../src/core/graph/graph.js";
import { Ledger } from "../../src/core/graph/ledger.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import type { FactInput } from "../../src/adapters/ingest/fact.js";
import { buildLineageSchema } from "../../src/schema.js";
import { createContext, createWriting } from "../../src/services.js";
import { patientLimits } from "./patient-limits.js";
import { scopeOf } from "./request-scope.js";

/** A response of the schema with the statements that ran. */
export interface SchemaAnswer extends ExecutionResult {
  readonly statements: readonly string[];
}

/**
 * The schema on a real Neo4j, without an HTTP server.
 * @needs database
 */
export class SchemaClient {
  /** A namespace that no other test uses. */
  readonly namespace = `test-${randomUUID()}`;
  readonly graph = new Graph({
    uri: process.env.NEO4J_URI ?? "bolt://127.0.0.1:7687",
    user: process.env.NEO4J_USER ?? "",
    password: process.env.NEO4J_PASSWORD ?? "",
    database: process.env.NEO4J_DATABASE ?? "neo4j",
  });
  /** The budget of a closure. */
  closureBudget = { maxNodes: patientLimits.closureNodes, maxMs: patientLimits.closureMs };
  /** Whether blind spots make the verdict of a deletion UNKNOWN. */
  blocksBlindSpots = false;
  /** The roles of the caller. */
  roles: readonly Role[] = roles;
  readonly #writing = createWriting(new Ledger(this.graph));
  #schema: GraphQLSchema | undefined;

  async start(): Promise<void> {
    await migrate(this.graph, await loadMigrations());
    this.#schema = await buildLineageSchema();
  }

  async ask(source: string, variableValues: Record<string, unknown> = {}): Promise<SchemaAnswer> {
    if (!this.#schema) throw new Error("start the client first");
    const contextValue = this.#createContext();
    // As JSON, as clients receive it: GraphQL's own objects have no prototype.
    const result = JSON.parse(
      JSON.stringify(await graphql({ schema: this.#schema, source, variableValues, contextValue })),
    ) as ExecutionResult;
    return { ...result, statements: contextValue.statements.map(({ statement }) => statement) };
  }

  /** Sends an operation that must succeed. */
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

  /** Records facts as an import does. Returns the outcome of each. */
  async write(facts: readonly unknown[], idempotencyKey?: string): Promise<readonly FactOutcome[]> {
    return this.#createContext().facts.write(facts, { idempotencyKey });
  }

  #createContext(): RequestContext {
    const { maxNodes, maxMs } = this.closureBudget;
    const limits = { ...patientLimits, closureNodes: maxNodes, closureMs: maxMs };
    const scope = scopeOf("test", this.roles);
    const { graph, blocksBlindSpots } = this;
    return createContext({ graph, writing: this.#writing, limits, blocksBlindSpots }, scope);
  }

  async close(): Promise<void> {
    await this.graph.close();
  }
}
