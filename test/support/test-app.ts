import { randomUUID } from "node:crypto";
import { Writable } from "node:stream";
import pino from "pino";
import { z } from "zod";
import { type App, type StartOptions, startApp } from "../../src/app.js";
import type { Database } from "../../src/core/graph/graph.js";
import { type Config, readConfig } from "../../src/config.js";
import { Graph } from "../../src/core/graph/graph.js";
import { listEntries } from "../../src/core/graph/ledger.statements.js";
import { patientLimits } from "./patient-limits.js";

/** An error of a response. */
export interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** A response to a GraphQL request, with the request's part of the server's log. */
export interface Answer<Data> {
  readonly status: number;
  readonly headers: Headers;
  readonly requestId: string;
  readonly data: Data;
  readonly errors?: readonly AnswerError[];
  /** The statements that ran, in order. */
  readonly statements: readonly string[];
}

export interface RequestOptions {
  readonly principal?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const logLine = z.looseObject({
  msg: z.string(),
  requestId: z.string().optional(),
  statements: z.array(z.looseObject({ statement: z.string() })).optional(),
});
export type LogLine = z.output<typeof logLine>;

/** The whole API on a free port and a real Neo4j. */
export interface TestApp {
  readonly url: string;
  /** Everything that the server logged, oldest first. */
  readonly log: readonly LogLine[];
  /** Sends a GraphQL request and returns the whole response. */
  graphql<Data = Record<string, unknown>>(
    query: string,
    variables?: object,
    options?: RequestOptions,
  ): Promise<Answer<Data>>;
  /** Sends an operation that must succeed. A failure prints the whole request and response. */
  ask<Data = Record<string, unknown>>(query: string, variables?: object, options?: RequestOptions): Promise<Data>;
  /** Sends facts as NDJSON. */
  sendFacts(facts: readonly unknown[], options?: RequestOptions): Promise<Response>;
  /** The number of ledger entries of a principal. */
  ledgerEntriesOf(principal: string): Promise<number>;
  close(): Promise<void>;
}

/** A namespace that no other test uses. */
export const uniqueNamespace = (): string => `test-${randomUUID()}`;

/**
 * The database of the tests: the one that NEO4J_URI names, else the one that jest's global setup started.
 * @needs database
 */
export function testDatabase(): Database {
  const { neo4j, database } = readConfig();
  if (!neo4j)
    throw new Error("no database: run the tests through jest, whose global setup starts one, or set NEO4J_URI");
  return { ...neo4j, database };
}

/** Parts of a start that a test replaces. */
export interface TestStart extends Pick<StartOptions, "createLedger"> {
  /** Defaults to the database that all tests share. */
  readonly database?: Database;
}

/** Starts the API. The arguments replace parts of its configuration and of its start. */
export async function startTestApp(
  changes: Partial<Config> = {},
  { database = testDatabase(), ...start }: TestStart = {},
): Promise<TestApp> {
  const log: LogLine[] = [];
  const config = { ...readConfig(), port: 0, loadsExample: false, limits: patientLimits, ...changes };
  const app = await startApp(config, () => Promise.resolve(database), {
    log: recordingLog(log),
    onProgress: () => undefined,
    ...start,
  });
  const graph = new Graph(database);
  return {
    url: app.url,
    log,
    graphql: (query, variables, options) => sendGraphQL(app, log, { query, variables }, options),
    ask: async <Data>(query: string, variables?: object, options?: RequestOptions) => {
      const answer = await sendGraphQL<Data>(app, log, { query, variables }, options);
      if (answer.errors) throw new Error(describeAnswer(query, variables, answer));
      return answer.data;
    },
    sendFacts: (facts, options) => sendFacts(app, facts, options),
    ledgerEntriesOf: (principal) => countEntries(graph, principal),
    close: async () => {
      await app.close();
      await graph.close();
    },
  };
}

function recordingLog(lines: LogLine[]): pino.Logger {
  const destination = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(logLine.parse(JSON.parse(String(chunk))));
      done();
    },
  });
  return pino({ level: "info" }, destination);
}

const graphqlAnswer = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(
      z.object({
        message: z.string(),
        path: z.array(z.union([z.string(), z.number()])).optional(),
        extensions: z.record(z.string(), z.unknown()),
      }),
    )
    .optional(),
});

/** Each request has its own connection: while a test blocks this process, the server may close idle ones, and the next request would fail. */
const ownConnection = { connection: "close" };

async function sendGraphQL<Data>(
  app: App,
  log: readonly LogLine[],
  body: object,
  { principal, headers }: RequestOptions = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${app.url}/graphql`, {
    method: "POST",
    headers: {
      ...ownConnection,
      "content-type": "application/json",
      ...(principal !== undefined && { "x-lineage-principal": principal }),
      ...headers,
    },
    body: JSON.stringify(body),
  });
  const requestId = response.headers.get("x-request-id") ?? "";
  const { data, errors } = graphqlAnswer.parse(await response.json());
  const statements = log
    .filter((line) => line.requestId === requestId && line.msg === "request")
    .flatMap((line) => line.statements ?? [])
    .map(({ statement }) => statement);
  return {
    status: response.status,
    headers: response.headers,
    requestId,
    data: data as Data,
    statements,
    ...(errors && { errors: errors as AnswerError[] }),
  };
}

function describeAnswer(
  query: string,
  variables: object | undefined,
  { errors, requestId, statements }: Answer<unknown>,
): string {
  return [
    query,
    JSON.stringify(variables),
    JSON.stringify(errors, null, 2),
    `request ${requestId}`,
    `statements ${statements.join(", ")}`,
  ].join("\n");
}

function sendFacts(
  app: App,
  facts: readonly unknown[],
  { principal, headers }: RequestOptions = {},
): Promise<Response> {
  return fetch(`${app.url}/api/facts`, {
    method: "POST",
    headers: {
      ...ownConnection,
      "content-type": "application/x-ndjson",
      ...(principal !== undefined && { "x-lineage-principal": principal }),
      ...headers,
    },
    body: facts.map((fact) => (typeof fact === "string" ? fact : JSON.stringify(fact))).join("\n"),
  });
}

async function countEntries(graph: Graph, principal: string): Promise<number> {
  let count = 0;
  for (let after = 0; ;) {
    const entries = await graph.read(listEntries, { after, limit: 5_000 });
    count += entries.filter(({ by }) => by === principal).length;
    const last = entries.at(-1);
    if (!last) return count;
    after = last.sequence;
  }
}
