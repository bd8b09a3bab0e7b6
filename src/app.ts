import "reflect-metadata";
import { type IncomingMessage, type Server, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { z } from "zod";
import type { RequestScope } from "./core/api/context.js";
import { createPlaygroundRouter } from "./core/api/playground.js";
import { identifyByHeader, principalHeader, roles } from "./core/api/principal.js";
import { createHttpApp } from "./core/api/server/http-server.js";
import type { Config } from "./config.js";
import { decideExample } from "./adapters/example/example-decisions.js";
import { exampleFacts } from "./adapters/example/example-facts.js";
import { Graph } from "./core/graph/graph.js";
import { Ledger } from "./core/graph/ledger.js";
import { listEntries } from "./core/graph/ledger.statements.js";
import { type Migration, isMigrated, loadMigrations, migrate } from "./core/graph/migrations.js";
import { createIngestRouter } from "./adapters/ingest/ndjson.route.js";
import { buildLineageSchema } from "./schema.js";
import { type Writing, createContext, createWriting } from "./services.js";
import { ConflictError, GraphUnavailableError } from "./core/shared/errors.js";

/** What starting tells on its way. */
export interface StartOptions {
  readonly log: Logger;
  /** Gets a line for each step that a person wants to know of. */
  readonly onProgress: (line: string) => void;
  /** Ends the wait for a database that does not come. */
  readonly signal?: AbortSignal;
  /** Another ledger than the one that orders all writes: for tests that show what goes wrong without its lock. */
  readonly createLedger?: (graph: Graph) => Ledger;
}

/** A running API. */
export interface App {
  readonly url: string;
  readonly port: number;
  /** Stops taking requests, lets those under way end, finishes writes and lets go of the database. */
  close(): Promise<void>;
}

/** How to reach the database. */
export interface Database {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

const waitForDatabaseMs = 60_000;
const drainMs = 8_000;

/**
 * Starts the API on the database that `openDatabase` names, or starts.
 * @throws ConflictError when the port is taken; GraphUnavailableError when the database does not answer in time.
 */
export async function startApp(
  config: Config,
  openDatabase: () => Promise<Database>,
  options: StartOptions,
): Promise<App> {
  const server = createServer(answerStarting);
  // First of all: without it, nothing else that is done is of use.
  const { port, url } = await listen(server, config);
  const closing = new AbortController();
  let graph: Graph | undefined;
  try {
    graph = new Graph(await openDatabase());
    const ledger = options.createLedger?.(graph) ?? new Ledger(graph);
    const writing = createWriting(ledger);
    const migrations = await prepareDatabase(graph, options);
    const hasLoadedExample = config.loadsExample && (await loadExample(graph, writing, options));
    const listener = await createRequestListener({
      config,
      graph,
      writing,
      migrations,
      log: options.log,
      isClosing: () => closing.signal.aborted,
    });
    server.off("request", answerStarting).on("request", listener);
    if (hasLoadedExample)
      await decideExample((by, operation, variables, shape) => askAs(url, by, { query: operation, variables }, shape));
    return { url, port, close: closeApp.bind(null, server, graph, writing, closing) };
  } catch (error) {
    server.close();
    server.closeAllConnections();
    await graph?.close();
    throw error;
  }
}

/** What is answered until everything is there. */
function answerStarting(request: IncomingMessage, response: ServerResponse): void {
  const isAlive = request.url === "/healthz";
  response.writeHead(isAlive ? 200 : 503, { "content-type": "application/json", "retry-after": "2" });
  response.end(
    JSON.stringify(isAlive ? { status: "alive" } : { status: "not ready", checks: { server: "is starting" } }),
  );
}

interface Parts {
  readonly config: Config;
  readonly graph: Graph;
  readonly writing: Writing;
  readonly migrations: readonly Migration[];
  readonly log: Logger;
  readonly isClosing: () => boolean;
}

async function createRequestListener({ config, graph, writing, migrations, log, isClosing }: Parts) {
  const shared = {
    identify: identifyByHeader,
    createContext: (scope: RequestScope) => createContext({ graph, writing, limits: config.limits }, scope),
    bookmarks: () => graph.bookmarks(),
    limits: config.limits,
    log,
  };
  return createHttpApp({
    ...shared,
    schema: await buildLineageSchema(),
    hasIntrospection: config.allowsIntrospection,
    isProduction: config.isProduction,
    checks: [
      { name: "server", check: async () => refuse(isClosing(), "is stopping") },
      { name: "database", check: () => graph.ping(1_000) },
      {
        name: "migrations",
        check: async () =>
          refuse(!(await isMigrated(graph, migrations)), "are not those of this version; restart the server"),
      },
    ],
    routers: { "/api/facts": createIngestRouter(shared), "/playground": createPlaygroundRouter() },
  });
}

function refuse(isWrong: boolean, problem: string): void {
  if (isWrong) throw new Error(problem);
}

async function prepareDatabase(graph: Graph, { onProgress, signal }: StartOptions): Promise<readonly Migration[]> {
  await waitForDatabase(graph, onProgress, signal);
  const migrations = await loadMigrations();
  const applied = await migrate(graph, migrations);
  onProgress(applied.length > 0 ? `Applied the migrations ${applied.join(", ")}` : "The database is up to date");
  return migrations;
}

async function waitForDatabase(graph: Graph, onProgress: (line: string) => void, signal?: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await graph.ping(5_000);
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof GraphUnavailableError) || Date.now() - startedAt > waitForDatabaseMs) throw error;
      if (attempt === 1) onProgress(`Waiting for the database, up to ${waitForDatabaseMs / 1_000} s`);
      await new Promise((resolve) => setTimeout(resolve, 1_000));
    }
  }
}

/** Only where nothing was ever written: an example among someone's own data would be in the way. */
async function loadExample(graph: Graph, writing: Writing, { onProgress, log }: StartOptions): Promise<boolean> {
  const entries = await graph.read(listEntries, { after: 0, limit: 1 });
  if (entries.length > 0) return false;
  const facts = exampleFacts();
  const outcomes = await writing
    .factsFor({ name: "example", roles: new Set(roles) }, waitForDatabaseMs)
    .write(facts, { idempotencyKey: "example" });
  const rejected = outcomes.filter(({ status }) => status === "REJECTED");
  if (rejected.length > 0) log.warn({ rejected }, "facts of the example were rejected");
  onProgress(
    `Loaded the example into the empty database: ${outcomes.length - rejected.length} facts (LINEAGE_EXAMPLE=off leaves it out)`,
  );
  return true;
}

/** Asks this server itself, as people of the example would. */
async function askAs<Answer>(url: string, by: string, body: object, shape: z.ZodType<Answer>): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", [principalHeader]: by },
    body: JSON.stringify(body),
  });
  const { data, errors } = z
    .object({ data: z.unknown(), errors: z.unknown() })
    .partial()
    .parse(await response.json());
  if (errors !== undefined)
    throw new TypeError(`the example asks for something that is refused: ${JSON.stringify(errors)}`);
  return shape.parse(data);
}

async function listen(server: Server, { host, port }: Config): Promise<{ port: number; url: string }> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => reject(describeListenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  const listening = isAddress(address) ? address.port : port;
  return { port: listening, url: `http://${host.includes(":") ? `[${host}]` : host}:${listening}` };
}

function describeListenError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new ConflictError(
        `port ${port} on ${host} is in use, perhaps by a lineage that runs already; stop it, or choose another port: PORT=4001 npm start`,
        { port },
      );
    case "EACCES":
      return new ConflictError(
        `port ${port} may not be used by this user; choose one above 1023: PORT=4000 npm start`,
        { port },
      );
    default:
      return error;
  }
}

function isAddress(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === "object" && address !== null;
}

async function closeApp(server: Server, graph: Graph, writing: Writing, closing: AbortController): Promise<void> {
  closing.abort();
  // A client that keeps its connection would send one request after the other into a server that wants to end.
  server.prependListener("request", (_request, response) => void response.setHeader("connection", "close"));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const idle = setInterval(() => server.closeIdleConnections(), 100);
  const late = setTimeout(() => server.closeAllConnections(), drainMs);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
  await writing.drain();
  await graph.close();
}
