import { once } from "node:events";

/*
 * The API of `npm run dev`. It loads the packages, which takes as long as loading the sources, and then waits for the
 * message to start: a process that waits while another serves has only the sources to load.
 */
const packages = [
  "@apollo/server",
  "express",
  "graphql",
  "graphql-scalars",
  "neo4j-driver",
  "pino",
  "type-graphql",
  "yaml",
  "zod",
];

const started = once(process, "message");
await Promise.all(packages.map((name) => import(name)));
await started;
process.disconnect();
await import("../../.dev/main.js");
