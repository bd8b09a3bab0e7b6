import type { Command } from "commander";
import type { CommandContext } from "../command-context.js";

const examples = `
Examples:
  lineage serve
  PORT=4001 lineage serve
  NEO4J_URI=neo4j://db.example.com:7687 NEO4J_PASSWORD=… lineage serve
  lineage serve --print-config

The server is configured by environment variables; see docs/configuration.md. If NEO4J_URI is not
set, it starts its own Neo4j.`;

/** `lineage serve`: runs the API in this process until a signal stops it. */
export function addServeCommand(program: Command, { serve }: CommandContext): void {
  program
    .command("serve")
    .description("Run the server: GraphQL API, playground and, unless NEO4J_URI is set, Neo4j")
    .option("--print-config", "Print the configuration with secrets masked, and exit")
    .addHelpText("after", examples)
    .action(serve);
}
