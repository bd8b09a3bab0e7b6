import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { identifier } from "../../core/shared/fact-fields.js";
import { formats } from "./format/answer.js";
import { kindWords, lineageKinds, severities, type Severity, toWord } from "./format/words.js";
import type { LineageKind } from "./generated/graphql.js";

/** The principal of the requests; an option of every command that sends requests to the server. */
export const asOption = (): Option =>
  new Option("--as <name>", "Principal to record in the ledger (default: your user name)");
export const formatOption = (): Option =>
  new Option("--format <format>", "Format of the output").choices(formats).default("table");
/** Returns a function that adds subcommands of a command; each sends requests, shows an answer and has the same examples. */
export function subcommandsOf(command: Command, examples: string): (usage: string, description: string) => Command {
  return (usage, description) =>
    command
      .command(usage)
      .description(description)
      .addOption(formatOption())
      .addOption(asOption())
      .addHelpText("after", examples);
}
export const asOfOption = (): Option =>
  new Option("--as-of <time>", "Answer as of this time, for example 2026-05-02T10:00:00Z").argParser(readInstant);
export const kindsOption = (): Option =>
  new Option(
    "--kinds <kinds>",
    `Show only these kinds, separated by commas: ${Object.values(kindWords).join(", ")}`,
  ).argParser(readKinds);

/** `--limit <n>` for a list that may be truncated. */
export function limitOption(standard: number, most: number): Option {
  return new Option("--limit <n>", `Maximum number of rows, from 1 to ${most}`)
    .default(standard)
    .argParser((text) => readCount(text, 1, most));
}

/** A severity in its command-line form. NONE is not a valid threshold, since every severity reaches it. */
export function severityOption(flag: string, description: string): Option {
  return new Option(
    `${flag} <severity>`,
    `${description}: ${severities
      .filter((known) => known !== "NONE")
      .map(toWord)
      .join(", ")}`,
  ).argParser(readSeverity);
}

/**
 * Reads an integer between two bounds.
 * @throws InvalidArgumentError when the text is not such an integer.
 */
export function readCount(text: string, least: number, most: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= least && count <= most))
    throw new InvalidArgumentError(`Expected an integer from ${least} to ${most}.`);
  return count;
}

/**
 * Reads a name that the API accepts.
 * @throws InvalidArgumentError when the API would reject the name.
 */
export function readIdentifier(text: string): string {
  const issue = identifier.safeParse(text).error?.issues[0];
  if (issue) throw new InvalidArgumentError(`${JSON.stringify(text)} is not a valid name: ${issue.message}.`);
  return text;
}

/** Collects the values of an option that can be repeated. */
export function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

/**
 * Reads a time; it is sent to the API as text.
 * @throws InvalidArgumentError when the text is not a time with an offset.
 */
export function readInstant(text: string): string {
  if (!z.iso.datetime({ offset: true }).safeParse(text).success)
    throw new InvalidArgumentError("Expected a time with an offset, for example 2026-05-02T10:00:00Z.");
  return text;
}

function readKinds(text: string): LineageKind[] {
  return text.split(",").map((word) => {
    const kind = lineageKinds.find(
      (known) => kindWords[known] === toWord(word.trim()) || toWord(known) === toWord(word.trim()),
    );
    if (!kind)
      throw new InvalidArgumentError(`${JSON.stringify(word)} is not one of ${Object.values(kindWords).join(", ")}.`);
    return kind;
  });
}

function readSeverity(text: string): Severity {
  const severity = severities.find((known) => known !== "NONE" && toWord(known) === toWord(text));
  if (!severity)
    throw new InvalidArgumentError(
      `Expected one of ${severities
        .filter((known) => known !== "NONE")
        .map(toWord)
        .join(", ")}.`,
    );
  return severity;
}
