import { parsePsLine } from "../../../src/adapters/local-neo4j/process-list.js";
import { findNeo4j } from "../../../src/adapters/local-neo4j/running-neo4j.js";

const java = (pid: number, startedBy: number, home: string, owner: number) => ({
  pid,
  startedBy,
  commandLine: `/usr/bin/java -Xmx2048m LocalNeo4j ${home} 27687 ${owner}`,
});

test("the Neo4j of a home is owned while its parent is the process that started it", () => {
  expect(findNeo4j("/a b/neo4j", [java(20, 10, "/a b/neo4j", 10)])).toEqual({ pid: 20, ownerPid: 10, isOwned: true });
});

test("it is abandoned once its owner has died, even if another process has the owner's id", () => {
  const other = { pid: 10, startedBy: 1, commandLine: "node unrelated.js" };
  expect(findNeo4j("/home/neo4j", [other, java(20, 1, "/home/neo4j", 10)])).toEqual({
    pid: 20,
    ownerPid: 10,
    isOwned: false,
  });
});

test("Neo4j servers of other homes and other programs with the same words are ignored", () => {
  const processes = [
    java(20, 10, "/home/neo4j-old", 10),
    java(21, 10, "/other/home/neo4j", 10),
    { pid: 22, startedBy: 10, commandLine: "grep LocalNeo4j /home/neo4j " },
    { pid: 23, startedBy: 10, commandLine: "tail -f LocalNeo4j /home/neo4j /home/neo4j/logs/java.log" },
    { pid: 24, startedBy: 10, commandLine: "" },
  ];
  expect(findNeo4j("/home/neo4j", processes)).toBeNull();
});

test("a line of ps may contain spaces in the command", () => {
  expect(parsePsLine("   20     1 java  LocalNeo4j /a b/neo4j 27687 10")).toEqual([
    { pid: 20, startedBy: 1, commandLine: "java  LocalNeo4j /a b/neo4j 27687 10" },
  ]);
  expect(parsePsLine("error: something")).toEqual([]);
});
