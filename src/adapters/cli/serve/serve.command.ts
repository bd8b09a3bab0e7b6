import type { Command } from "commander";
import type { CommandContext } from "../command-context.js";

const examples = `
Examples:
  lineage serve
  PORT=4001 lineage serve
  NEO4J_URI=neo4j://db.example.com:7687 NEO4J_PASSWORD=… lineage serve
  lineage serve --print-config

The server is configured by environment variables; the README lists them. Without NEO4J_URI it starts a Neo4j of its own.`;

/** `lineage serve`: the API in this process, until a signal stops it. */
export function addServeCommand(program: Command, { serve }: CommandContext): void {
  program
    .command("serve")
    .description("run the server: GraphQL API, playground and Neo4j, unless NEO4J_URI names one")
    .option("--print-config", "show the configuration, secrets masked, and end")
    .addHelpText("after", examples)
    .action(serve);
}
