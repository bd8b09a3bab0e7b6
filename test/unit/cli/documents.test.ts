import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, Lexer, parse, Source, TokenKind, validate } from "graphql";
import { lineageKinds } from "../../../src/adapters/cli/format/words.js";
import { showQuestion } from "../../../src/adapters/cli/node/node-details.js";

const schema = buildSchema(readFileSync(join(import.meta.dirname, "../../../schema/schema.graphql"), "utf8"));
const showQuestions = Object.fromEntries(lineageKinds.map((kind) => [`showQuestion of ${kind}`, showQuestion(kind)]));
const isQuestion = (value: unknown): value is { text: string } =>
  typeof value === "object" && value !== null && "text" in value && typeof value.text === "string";

/** Every query that a module of the CLI exports, by its name in the code. */
async function listQuestions(): Promise<[name: string, question: { text: string }][]> {
  const cli = join(import.meta.dirname, "../../../src/adapters/cli");
  const files = readdirSync(cli, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const asking = files.filter((file) => /satisfies Question|: Question</.test(readFileSync(join(cli, file), "utf8")));
  const found: [string, { text: string }][] = [];
  // Sequentially: jest cannot link modules that are imported concurrently.
  for (const file of asking) {
    const module: Record<string, unknown> = await import(join(cli, file));
    for (const [name, value] of Object.entries(module)) if (isQuestion(value)) found.push([name, value]);
  }
  return found;
}
const questions = [...(await listQuestions()), ...Object.entries(showQuestions)];

test("every query of the CLI is found", () => {
  expect(questions.length).toBeGreaterThan(40);
});

test("an operation's name belongs to one query", () => {
  const names = questions.map(([, { text }]) => /^(?:query|mutation) (\w+)/.exec(text)?.[1]);
  expect(names.filter((name, index) => names.indexOf(name) !== index && name !== "CliShow")).toEqual([]);
});

test.each(questions)(
  "%s is valid by the schema, and its operation has a name, which the server logs",
  (_name, { text }) => {
    const document = parse(text);
    expect(validate(schema, document)).toEqual([]);
    expect(text).toMatch(/^(query|mutation) Cli[A-Z]\w+/);
  },
);

test.each(questions)("%s has at most 1,000 tokens", (_name, { text }) => {
  const lexer = new Lexer(new Source(text));
  let count = 0;
  while (lexer.advance().kind !== TokenKind.EOF) count += 1;
  expect(count).toBeLessThanOrEqual(1_000);
});
