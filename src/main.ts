import "reflect-metadata";
import pino from "pino";
import { type App, startApp } from "./app.js";
import type { Database } from "./core/graph/graph.js";
import { type Config, ConfigError, describeConfig, inheritedEnvironment, readConfig } from "./config.js";
import { MigrationError } from "./core/graph/migrations.js";
import { type SharedNeo4j, useLocalNeo4j } from "./adapters/local-neo4j/shared-neo4j.js";
import { AppError } from "./core/shared/errors.js";

const exitMs = 15_000;
const stopped = new AbortController();
let app: App | undefined;
let neo4j: SharedNeo4j | undefined;

const say = (line: string): void => console.log(line);

async function serve(config: Config): Promise<void> {
  // Messages for people go to standard error; standard output is for programs.
  const log = pino({ level: config.logLevel }, pino.destination(2));
  const openDatabase = (): Promise<Database> =>
    config.neo4j ? Promise.resolve({ ...config.neo4j, database: config.database }) : startOwnNeo4j(config);
  app = await startApp(config, openDatabase, { log, onProgress: say, signal: stopped.signal });
  if (stopped.signal.aborted) return;
  say(`\nlineage is ready on ${app.url}`);
  say(`  playground  ${app.url}/playground   run example queries in the browser`);
  say(`  GraphQL     ${app.url}/graphql`);
  say("  import      npx lineage import mlflow <mlflow.db or mlruns folder>");
  say("Stop it with Ctrl-C.");
}

async function startOwnNeo4j({ home }: Config): Promise<Database> {
  neo4j = await useLocalNeo4j({
    home,
    environment: inheritedEnvironment(),
    onProgress: say,
    signal: stopped.signal,
    onUnexpectedEnd: (message) => {
      console.error(message);
      void stop(1);
    },
  });
  return neo4j;
}

/** Stops what was started, in the reverse order, and exits in any case. */
async function stop(exitCode: number): Promise<void> {
  if (stopped.signal.aborted) return;
  setTimeout(() => process.exit(1), exitMs - 1_000).unref();
  stopped.abort(new Error("stopped"));
  // Even if one fails to stop, the other must still be stopped.
  await starting.catch(() => undefined);
  await app?.close().catch((error: unknown) => console.error(describe(error)));
  await neo4j?.stop().catch((error: unknown) => console.error(describe(error)));
  process.exit(exitCode);
}

function describe(error: unknown): string {
  if (error instanceof AppError || error instanceof ConfigError || error instanceof MigrationError)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function run(): Promise<void> {
  const config = readConfig();
  if (process.argv.includes("--print-config")) return say(describeConfig(config));
  await serve(config);
}

// The reader of the output may disappear, such as a closed terminal or `| head`. The server continues.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (!stopped.signal.aborted) say("Stopping");
    void stop(0);
  });
}
const starting = run();
starting.catch((error: unknown) => {
  if (stopped.signal.aborted) return;
  console.error(describe(error));
  void stop(1);
});
