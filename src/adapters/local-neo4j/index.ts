export { startLocalNeo4j, type LocalNeo4j, type LocalNeo4jOptions } from "./local-neo4j.js";
