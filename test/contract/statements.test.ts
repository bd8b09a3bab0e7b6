import { readdirSync } from "node:fs";
import { join } from "node:path";
import neo4j, { type Driver } from "neo4j-driver";
import { z } from "zod";
import { expandCypherFile, readCypherFile } from "../../src/core/graph/cypher-file.js";
import { flowKinds } from "../../src/core/facts/draft.js";
import { sentText } from "../../src/core/graph/bound-statement.js";
import { Graph } from "../../src/core/graph/graph.js";
import { loadMigrations, migrate } from "../../src/core/graph/migrations.js";
import { type Statement, statementCatalogue } from "../../src/core/graph/statement.js";
import "../../src/app.js";
import { testDatabase } from "../support/test-app.js";

const folder = join(import.meta.dirname, "../../cypher");
const cypherFiles = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".cypher") && !file.startsWith("migrations"))
  .map((file) => file.replace(/\.cypher$/, ""))
  .sort();
const files = cypherFiles.filter((file) => !file.startsWith("fragments/"));
const fragments = cypherFiles
  .filter((file) => file.startsWith("fragments/"))
  .map((file) => file.replace("fragments/", ""));
const statements = [...statementCatalogue().values()].sort((a, b) => a.name.localeCompare(b.name));

/** Operators that read more than necessary, and the statements that may use them, each with its reason. */
const wideOperators = [
  "AllNodesScan",
  "NodeByLabelScan",
  "DirectedAllRelationshipsScan",
  "UndirectedAllRelationshipsScan",
  "CartesianProduct",
];
const bothEnds = {
  operators: ["CartesianProduct"],
  reason: "of one node by one node: each end is sought by its unique key",
};
const oneByMany = {
  operators: ["CartesianProduct"],
  reason: "of one node by the rows that belong to it",
};
const allowed: Readonly<Record<string, { readonly operators: readonly string[]; readonly reason: string }>> = {
  "content/join-files-to-folders": oneByMany,
  "content/join-folders-to-files": oneByMany,
  "content/join-makers": bothEnds,
  "facts/load-edges": bothEnds,
  "facts/save-deployed-as": bothEnds,
  "facts/save-derived-into": bothEnds,
  "facts/save-emitted": bothEnds,
  "facts/save-produced": bothEnds,
  "facts/save-used-by": bothEnds,
  "recall/resolve-task": bothEnds,
  "recall/widen-recalls": bothEnds,
  "release/save-backing": bothEnds,
  "retraction/retract-inherited": bothEnds,
};

let driver: Driver;
beforeAll(async () => {
  const { uri, user, password } = testDatabase();
  driver = neo4j.driver(uri, user ? neo4j.auth.basic(user, password) : undefined);
  const graph = new Graph(testDatabase());
  await migrate(graph, await loadMigrations());
  await graph.close();
});
afterAll(() => driver.close());

test("every file is declared, and every declaration has a file", () => {
  expect(statements.map(({ name }) => name).sort()).toEqual(files);
  expect(files.length).toBeGreaterThan(40);
});

describe.each(statements.map((statement) => [statement.name, statement] as const))("%s", (name, statement) => {
  const { header, body } = splitText(name);

  test("its header states its purpose, its mode, and each parameter and column", () => {
    expect(header[0]).toMatch(/^[A-Z].*[.:)]?$/);
    expect(header.some((line) => line.startsWith(statement.mode))).toBe(true);
    const described = [...header, ...expandCypherFile(name).fragments.flatMap(headerOf)];
    expect(
      paramsIn(body).filter((param) => !described.some((line) => new RegExp(`\\$${param}\\b`).test(line))),
    ).toEqual([]);
    expect(shapeKeys(statement.params).filter((param) => !paramsIn(body).includes(param))).toEqual([]);
    const told = columnsTold(name, header);
    expect(shapeKeys(statement.row).filter((column) => !new RegExp(`\\b${column}\\b`).test(told))).toEqual([]);
  });

  test.each(textsOf(statement))(
    "its plan %s reads only what is necessary, and traverses breadth-first",
    async (_, text) => {
      const operators = await planOf(text);
      const wide = operators.filter(
        (operator) => wideOperators.includes(operator) && !allowed[name]?.operators.includes(operator),
      );
      expect(wide).toEqual([]);
      const walks = operators.filter((operator) => operator.startsWith("VarLengthExpand"));
      expect(walks.filter((operator) => !operator.startsWith("VarLengthExpand(Pruning,BFS"))).toEqual([]);
      expect(walks.length > 0).toBe(/\*\d*\.\./.test(body));
      // A plan may begin at a far end of a kind of which the database has few nodes; it then traverses every path.
      expect(body).not.toMatch(/\*\d*\.\.\d*\]->?\(\w*\s*[:{]/);
    },
  );
});

test("every exception belongs to a statement that needs it", async () => {
  for (const [name, { operators }] of Object.entries(allowed)) {
    const statement = statements.find((one) => one.name === name);
    if (!statement) throw new Error(`${name} is not declared`);
    expect(await planOf(statement.text)).toEqual(expect.arrayContaining([...operators]));
  }
});

test("edges between two nodes are looked up between them, not among all edges of one", async () => {
  const loadEdges = statements.find(({ name }) => name === "facts/load-edges");
  const expansions = (await planOf(loadEdges?.text ?? "")).filter((operator) => operator.startsWith("Expand"));
  expect(expansions).toEqual(["Expand(Into)"]);
});

describe("fragments", () => {
  const included = new Map(files.map((file) => [file, expandCypherFile(file).fragments]));

  test.each(fragments)(
    "%s is included by a statement, and its header states its purpose and each parameter",
    (name) => {
      expect([...included.values()].some((names) => names.includes(name))).toBe(true);
      const { header, body } = readCypherFile(`fragments/${name}`);
      expect(header[0]).toMatch(/^\/\/ [A-Z]/);
      expect(paramsIn(body).filter((param) => !header.some((line) => line.includes(`$${param}`)))).toEqual([]);
    },
  );

  test("a rule has one place: no two files repeat a line of Cypher that contains more than a clause", () => {
    const lines = cypherFiles.flatMap((file) => [
      ...new Set(
        readCypherFile(file)
          .body.split("\n")
          .map((line) => line.trim())
          .filter(
            (line) =>
              line.length > 60 && !/^(\/\/|(OPTIONAL )?MATCH )/.test(line) && !/^(\w+ )*\/\*: [^*]*\*\/$/.test(line),
          ),
      ),
    ]);
    expect(lines.filter((line, index) => lines.indexOf(line) !== index)).toEqual([]);
  });

  test("the types of the flow are listed in one place", () => {
    const all = readCypherFile("fragments/flow").body;
    expect(all.split("|").sort()).toEqual([...flowKinds].sort());
    const [one = ""] = all.split("|");
    const others = cypherFiles.filter((file) => file !== "fragments/flow");
    expect(others.filter((file) => readCypherFile(file).body.includes(`${one}|`))).toEqual([]);
  });
});

/** The columns in a header, including those of the fragments and statements that it refers to. */
function columnsTold(name: string, header: readonly string[]): string {
  const own = header.slice(header.findIndex((line) => line.startsWith("->"))).join(" ");
  const others = [...own.matchAll(/\b[a-z]+(?:-[a-z]+)+\b/g)].flatMap(([other]) => [
    ...(fragments.includes(other) ? [[other, headerOf(other)] as const] : []),
    ...files
      .filter((file) => file.endsWith(`/${other}`) && file !== name)
      .map((file) => [file, splitText(file).header] as const),
  ]);
  return [own, ...others.map(([file, lines]) => columnsTold(file, lines))].join(" ");
}

function headerOf(fragment: string): string[] {
  return withoutSlashes(readCypherFile(`fragments/${fragment}`).header);
}

function withoutSlashes(header: readonly string[]): string[] {
  return header.map((line) => line.replace(/^\/\/ ?/, "").trim());
}

/** The texts of a statement, each with what it is about. */
function textsOf({
  text,
  presentText = text,
}: Pick<Statement<never, unknown>, "text" | "presentText">): [string, string][] {
  return [
    ["about any moment", text],
    ...(presentText === text ? [] : [["about the present", presentText] as [string, string]]),
  ];
}

interface Plan {
  readonly operatorType: string;
  readonly arguments?: Readonly<Record<string, unknown>>;
  readonly children: readonly Plan[];
}

async function planOf(text: string): Promise<string[]> {
  const session = driver.session({ database: testDatabase().database });
  try {
    const { summary } = await session.run(`EXPLAIN ${sentText(text)}`, { p: {} });
    if (!summary.plan) throw new Error("the database explained nothing");
    return operatorsOf(summary.plan as Plan);
  } finally {
    await session.close();
  }
}

function operatorsOf({ operatorType, children }: Plan): string[] {
  return [operatorType.replace(/@.*$/, ""), ...children.flatMap(operatorsOf)];
}

/** The header of a statement's file, and the statement without comments. */
function splitText(name: string): { header: string[]; body: string } {
  const { header, body } = expandCypherFile(name);
  return {
    header: withoutSlashes(header),
    body: body
      .split("\n")
      .filter((line) => !line.trim().startsWith("//"))
      .join("\n"),
  };
}

function paramsIn(body: string): string[] {
  return [...new Set([...body.matchAll(/\$(\w+)/g)].map(([, param = ""]) => param))];
}

function shapeKeys(schema: z.ZodType<unknown>): string[] {
  return schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
}
