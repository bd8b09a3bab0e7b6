import "reflect-metadata";
import { randomUUID } from "node:crypto";
import type { RequestListener } from "node:http";
import type { Logger } from "pino";
import { loadExample } from "./adapters/example/load-example.js";
import { createIngestRouter } from "./adapters/ingest/ndjson.route.js";
import type { Config } from "./config.js";
import type { RequestContext, RequestScope } from "./core/api/context.js";
import { createPlaygroundRouter } from "./core/api/playground.js";
import { identifyByHeader, roles } from "./core/api/principal.js";
import { createHttpApp } from "./core/api/server/http-server.js";
import { openServer } from "./core/api/server/open-server.js";
import { type Database, Graph } from "./core/graph/graph.js";
import { Ledger } from "./core/graph/ledger.js";
import { type Migration, isMigrated } from "./core/graph/migrations.js";
import { type PrepareOptions, prepareDatabase } from "./core/graph/prepare-database.js";
import { nameMigrationWork } from "./catalog/dataset/derive-name-forms.js";
import { searchMigrationWork } from "./features/search/derive-search-words.js";
import { buildLineageSchema } from "./schema.js";
import { type Services, createContext, createWriting } from "./services.js";

/** Callbacks and signals of a start. */
export interface StartOptions extends PrepareOptions {
  readonly log: Logger;
  /** Replaces the ledger that orders all writes. Only for tests of its lock. */
  readonly createLedger?: (graph: Graph) => Ledger;
}

/** A running API. */
export interface App {
  readonly url: string;
  readonly port: number;
  /** Accepts no more requests, waits for those in progress and for writes, and disconnects from the database. */
  close(): Promise<void>;
}

/** How long the start waits for the example. */
const exampleMs = 120_000;

/**
 * Starts the API on the database that `openDatabase` names or starts. The port opens first; requests are answered once
 * the database is migrated and the example is loaded, if the configuration asks for it.
 * @throws ConflictError when the port is taken; GraphUnavailableError when the database does not respond in time.
 */
export async function startApp(
  config: Config,
  openDatabase: () => Promise<Database>,
  options: StartOptions,
): Promise<App> {
  const server = await openServer(config);
  const closing = new AbortController();
  let graph: Graph | undefined;
  try {
    graph = new Graph(await openDatabase());
    const writing = createWriting(options.createLedger?.(graph) ?? new Ledger(graph));
    const { limits, blocksBlindSpots } = config;
    const services = { graph, writing, limits, blocksBlindSpots };
    const migrationWork = new Map([...searchMigrationWork(options.onProgress), ...nameMigrationWork]);
    const migrations = await prepareDatabase(graph, { ...options, migrationWork });
    const listener = await createListener(services, { config, migrations, log: options.log, closing: closing.signal });
    if (config.loadsExample) await loadExampleWith(services, options);
    server.serve(listener);
    return { url: server.url, port: server.port, close: () => close(services, server, closing) };
  } catch (error) {
    server.abort();
    await graph?.close();
    throw error;
  }
}

interface ListenerOptions {
  readonly config: Config;
  readonly migrations: readonly Migration[];
  readonly log: Logger;
  /** Aborted once the server is closing. */
  readonly closing: AbortSignal;
}

async function createListener(
  services: Services,
  { config, migrations, log, closing }: ListenerOptions,
): Promise<RequestListener> {
  const { graph, limits } = services;
  const shared = {
    identify: identifyByHeader,
    createContext: (scope: RequestScope) => createContext(services, scope),
    bookmarks: () => graph.bookmarks(),
    limits,
    log,
  };
  return createHttpApp({
    ...shared,
    schema: await buildLineageSchema(),
    hasIntrospection: config.allowsIntrospection,
    isProduction: config.isProduction,
    checks: [
      { name: "server", check: async () => refuse(closing.aborted, "is stopping") },
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

/** Loads the example as requests of the people of its company. */
function loadExampleWith(services: Services, { log, onProgress, signal }: StartOptions): Promise<void> {
  const end = AbortSignal.any([AbortSignal.timeout(exampleMs), ...(signal ? [signal] : [])]);
  const contextFor = (by: string): RequestContext =>
    createContext(services, {
      requestId: `example-${randomUUID()}`,
      principal: { name: by, roles: new Set(roles) },
      bookmarks: [],
      signal: end,
      timeoutMs: exampleMs,
      statements: [],
    });
  return loadExample({ graph: services.graph, contextFor, signal: end, log, onProgress });
}

async function close(
  { graph, writing }: Services,
  server: { close(): Promise<void> },
  closing: AbortController,
): Promise<void> {
  closing.abort();
  await server.close();
  await writing.drain();
  await graph.close();
}
