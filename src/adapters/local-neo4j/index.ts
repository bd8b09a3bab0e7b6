export { startLocalNeo4j, type LocalNeo4j, type LocalNeo4jOptions } from "./local-neo4j.js";
export { useLocalNeo4j, type SharedNeo4j } from "./shared-neo4j.js";
