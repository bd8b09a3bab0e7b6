import type { Command } from "commander";
import pc from "picocolors";
import { createProgram, runCli } from "../../../src/adapters/cli/program.js";
import { systemTerminal, type Terminal } from "../../../src/adapters/cli/terminal.js";
import { findBannedPhrases } from "../../support/banned-phrases.js";

const serve = (): Promise<void> => Promise.resolve();

/** Runs a command line and returns its exit code and everything that it wrote. */
async function run(words: readonly string[]): Promise<{ code: number; written: string }> {
  const lines: string[] = [];
  const terminal: Terminal = {
    answer: (text) => void lines.push(text),
    say: (text) => void lines.push(text),
    columns: null,
    colors: pc.createColors(false),
    progress: null,
    prompt: null,
  };
  const code = await runCli(words, { terminal, environment: {}, version: "0.0.0", serve });
  return { code, written: lines.join("\n") };
}

function commandsOf(command: Command, parents = ""): { readonly name: string; readonly command: Command }[] {
  const name = `${parents}${command.name()}`;
  return [{ name, command }, ...command.commands.flatMap((each) => commandsOf(each, `${name} `))];
}

const terminal: Terminal = { ...systemTerminal({}), columns: null };
const program = createProgram({ terminal, environment: {}, version: "0.0.0", serve }, () => undefined);
const commands = commandsOf(program);
const isShort = (description: string): boolean => description.trim().split(/\s+/).length < 3;

test("every command, argument and option has a description of at least three words", () => {
  expect(commands.length).toBeGreaterThan(30);
  const described = commands.flatMap(({ name, command }) => [
    { of: name, description: command.description() },
    ...command.options.map(({ flags, description }) => ({ of: `${name} ${flags}`, description })),
    ...command.registeredArguments
      .filter(({ description }) => description !== "")
      .map((argument) => ({ of: `${name} <${argument.name()}>`, description: argument.description })),
  ]);
  expect(described.filter(({ description }) => isShort(description))).toEqual([]);
});

test.each(commands)("$name --help has no line over 100 characters and no banned phrase", async ({ name }) => {
  const { code, written } = await run([...name.split(" ").slice(1), "--help"]);
  expect([code, written]).toEqual([0, expect.stringContaining(`Usage: ${name}`)]);
  expect(written.split("\n").filter((line) => line.length > 100)).toEqual([]);
  expect(findBannedPhrases(written)).toEqual([]);
});

test.each([
  [["release", "propose", "churn@4"], "lineage release propose"],
  [["release", "unknown"], "lineage release"],
  [["impact", "churn@4", "--limit", "0"], "lineage impact"],
  [["unknown"], "lineage"],
])("the usage error of %j points to the help of its command", async (words, command) => {
  const { code, written } = await run(words);
  expect([code, written]).toEqual([1, expect.stringContaining(`Run '${command} --help' for usage.`)]);
});
