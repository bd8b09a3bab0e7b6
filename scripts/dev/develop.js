import { createServer as createTcpServer } from "node:net";
import { join, relative } from "node:path";
import { createServer } from "vite";
import { findBrowserEntries } from "../browser-entries.js";
import { root } from "../checkout/prepare.js";
import { ApiProcess } from "./api-process.js";
import { openNeo4j } from "./neo4j.js";
import { Transpiler } from "./transpiler.js";

const { readConfig } = await import("../../src/config.ts");

/** Folders that the API reads besides its sources. */
const watched = ["src", "cypher", "shell"].map((folder) => join(root, folder));
const quietMs = 50;

/** Runs the API and the pages from the sources until a signal. `nodeOptions` are arguments of the API's Node. */
export async function develop(nodeOptions) {
  const stopped = new AbortController();
  const started = {};
  const stop = async (exitCode) => {
    if (stopped.signal.aborted) return;
    stopped.abort(new Error("stopped"));
    await Promise.all([started.api?.stop(), ...(started.pages ?? []).map((page) => page.close())]);
    await (await started.neo4j?.catch(() => undefined))?.stop();
    process.exit(exitCode);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(0));
  try {
    await start(nodeOptions, started, stopped.signal, stop);
  } catch (error) {
    if (stopped.signal.aborted) return;
    console.error(error.message);
    await stop(1);
  }
}

async function start(nodeOptions, started, signal, stop) {
  const config = readConfig();
  const port = await reservePort(config);
  const address = `http://${config.host}:${port}`;
  const pages = findBrowserEntries(root);
  const transpiler = new Transpiler(root, pages);
  await transpiler.transpileAll();
  started.neo4j = config.neo4j ? Promise.resolve(undefined) : openNeo4j(config, signal, stop);
  const environment = { ...process.env, PORT: String(port), ...connectionOf(await started.neo4j) };
  const api = new ApiProcess({
    nodeOptions,
    environment,
    onReady: (reason, ms) => console.log(`▸ ${reason}: the API is ready after ${(ms / 1_000).toFixed(1)} s`),
    onEnd: (code) => console.log(`▸ The API ended with exit code ${code}; the next change starts it again`),
  });
  started.api = api;
  const follow = followChanges(pages, transpiler, api);
  started.pages = [];
  for (const page of pages)
    started.pages.push(await servePage(page, address, page === pages[0] ? follow : () => undefined));
  const urls = started.pages.map((page) => page.resolvedUrls.local[0]);
  console.log(`\n  API    ${address}/graphql\n${urls.map((url) => `  page   ${url}`).join("\n")}\nStop with Ctrl-C.\n`);
  restartUnlessBroken(transpiler, api, "Started");
}

function connectionOf(neo4j) {
  if (neo4j === undefined) return {};
  const { uri, user, password, database } = neo4j;
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}

/** A page's development server, which forwards API requests. */
async function servePage(folder, address, follow) {
  const page = await createServer({
    configFile: join(root, folder, "vite.config.ts"),
    clearScreen: false,
    logLevel: "warn",
    server: { host: "127.0.0.1", proxy: { "/graphql": address, "/api": address } },
    plugins: [{ name: "lineage-api", configureServer: ({ watcher }) => follow(watcher) }],
  });
  return page.listen();
}

/** Returns a function that follows the watcher of a page. Vite replaces the watcher when the page's configuration changes. */
function followChanges(pages, transpiler, api) {
  const concerns = (file) =>
    /\.(ts|cypher|sh)$/.test(file) &&
    watched.some((folder) => file.startsWith(`${folder}/`)) &&
    !pages.some((page) => file.startsWith(join(root, page, "/")));
  const changed = new Set();
  let timer;
  return (watcher) => {
    watcher.add(watched).on("all", (_, file) => {
      if (!concerns(file)) return;
      changed.add(file);
      clearTimeout(timer);
      timer = setTimeout(() => void apply(changed, transpiler, api), quietMs);
    });
    watcher.once("ready", () => changed.clear());
  };
}

async function apply(changed, transpiler, api) {
  const files = [...changed];
  changed.clear();
  await Promise.all(files.map((file) => transpiler.update(file)));
  const names = files.map((file) => relative(root, file)).sort();
  const more = names.length > 1 ? ` and ${names.length - 1} more` : "";
  restartUnlessBroken(transpiler, api, `${names[0]}${more} changed`);
}

/** If a file does not parse, the API keeps running unchanged; the change that corrects the file restarts it. */
function restartUnlessBroken({ broken }, api, reason) {
  for (const [file, error] of broken)
    console.error(`▸ ${relative(root, file)} does not parse:\n${error.message.split("\n\nCaused by")[0].trimEnd()}`);
  if (broken.size === 0) void api.restart(reason);
}

/** The configured port, or a free one for 0. Every restart of the API uses the same port. */
function reservePort({ host, port }) {
  return new Promise((resolve, reject) => {
    const server = createTcpServer();
    server.once("error", () =>
      reject(
        new Error(`port ${port} on ${host} is in use; stop its program, or choose another: PORT=4001 npm run dev`),
      ),
    );
    server.listen(port, host, () => {
      const reserved = server.address().port;
      server.close(() => resolve(reserved));
    });
  });
}
