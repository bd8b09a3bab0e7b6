import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, Lexer, parse, Source, TokenKind, validate } from "graphql";
import { TypedDocumentString } from "../../../src/adapters/cli/generated/graphql.js";

const cli = join(import.meta.dirname, "../../../src/adapters/cli");
const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../../schema/schema.graphql"), "utf8"));

/** Every query that a module of the CLI exports, by its name in the code. */
async function listQuestions(): Promise<[name: string, text: string][]> {
  const files = readdirSync(cli, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const asking = files.filter((file) => readFileSync(join(cli, file), "utf8").includes("= graphql(`"));
  const found: [string, string][] = [];
  // Sequentially: jest cannot link modules that are imported concurrently.
  for (const file of asking) {
    const module: Record<string, unknown> = await import(join(cli, file));
    for (const [name, value] of Object.entries(module))
      if (value instanceof TypedDocumentString) found.push([name, value.toString().trim()]);
  }
  return found;
}
const questions = await listQuestions();

test("every query of the CLI is found", () => {
  const operations = readFileSync(join(cli, "generated/graphql.ts"), "utf8").match(/^ *(query|mutation) Cli/gm);
  expect(questions).toHaveLength(operations?.length ?? 0);
  expect(questions.length).toBeGreaterThan(30);
});

test("an operation's name belongs to one query", () => {
  const names = questions.map(([, text]) => /^(?:query|mutation) (\w+)/.exec(text)?.[1]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each(questions)(
  "%s is valid by the schema, and its operation has a name, which the server logs",
  (_name, text) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    expect(text).toMatch(/^(query|mutation) Cli[A-Z]\w+/);
  },
);

test.each(questions)("%s has at most 1,000 tokens", (_name, text) => {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  expect(count).toBeLessThanOrEqual(1_000);
});
