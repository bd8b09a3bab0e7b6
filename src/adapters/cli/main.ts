import { readFileSync } from "node:fs";
import { z } from "zod";
import { cliEnvironment } from "./client-config.js";
import { runCli } from "./program.js";
import { systemTerminal } from "./terminal.js";

const packageFile = new URL("../../../package.json", import.meta.url);
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(packageFile, "utf8")));
const environment = cliEnvironment();

// Not process.exit(): what was written to a pipe must still be read to its end.
process.exitCode = await runCli(process.argv.slice(2), { terminal: systemTerminal(environment), environment, version });
