import { readFileSync } from "node:fs";
import { z } from "zod";
import { cliEnvironment } from "./adapters/cli/client-config.js";
import { runCli } from "./adapters/cli/program.js";
import { systemTerminal } from "./adapters/cli/terminal.js";

const packageFile = new URL("../package.json", import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, "utf8")));
const environment = cliEnvironment();

/** Loaded only for `lineage serve`. The module reads the server's configuration and handles signals itself. */
async function serve(): Promise<void> {
  await import("./main.js");
}

// Not process.exit(): it would discard output that a pipe has not yet delivered.
process.exitCode = await runCli(process.argv.slice(2), {
  terminal: systemTerminal(environment),
  environment,
  version,
  serve,
});
