import { readFileSync } from "node:fs";
import { z } from "zod";
import { cliEnvironment } from "./adapters/cli/client-config.js";
import { runCli } from "./adapters/cli/program.js";
import { systemTerminal } from "./adapters/cli/terminal.js";

const packageFile = new URL("../package.json", import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, "utf8")));
const environment = cliEnvironment();

/** Loaded only for `lineage serve`; the module reads the options of the server and answers signals by itself. */
async function serve(): Promise<void> {
  await import("./main.js");
}

// Not process.exit(): readers of a pipe must still get everything that was written to it.
process.exitCode = await runCli(process.argv.slice(2), {
  terminal: systemTerminal(environment),
  environment,
  version,
  serve,
});
