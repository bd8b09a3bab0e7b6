import { parseJavaSettings, parseMavenVersion } from "../../../src/adapters/local-neo4j/java-tools.js";

const settings = (version: string, specification: string) => [
  "Property settings:",
  "    java.home = /opt/a jdk",
  `    java.specification.version = ${specification}`,
  "    java.vendor.version = 9 = nine",
  `    java.version = ${version}`,
  "",
  `openjdk version "${version}" 2025-04-15`,
];

test.each([
  ["17.0.15", "17", 17],
  ["21", "21", 21],
  ["26-ea", "26", 26],
  ["11.0.2", "11", 11],
  ["1.8.0_402", "1.8", 8],
])("Java %s is of major version %s", (version, specification, major) => {
  expect(parseJavaSettings(settings(version, specification))).toEqual({ home: "/opt/a jdk", version, major });
});

test("output of other programs is not parsed as Java's", () => {
  expect(parseJavaSettings(["The operation couldn’t be completed. Unable to locate a Java Runtime."])).toBeNull();
});

test("Maven's version is read from its first line, with or without colours", () => {
  expect(
    parseMavenVersion(["Apache Maven 3.9.9 (8e8579a9e76f7d015ee5ec7bfcdc97d260186937)", "Maven home: /usr"]),
  ).toEqual([3, 9, 9]);
  expect(parseMavenVersion(["\u001b[1mApache Maven 3.8.7\u001b[m"])).toEqual([3, 8, 7]);
  expect(parseMavenVersion(["Error: JAVA_HOME is not defined correctly."])).toBeNull();
});
