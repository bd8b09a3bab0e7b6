import { InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { identifier } from "../../core/shared/fact-fields.js";
import { formats } from "./format/answer.js";
import { kindWords, type LineageKind, lineageKinds, severities, type Severity, toWord } from "./format/words.js";

/** The name that requests are made in; on every command that talks to the server. */
export const asOption = (): Option =>
  new Option("--as <name>", "who asks, as the ledger records it (default: your user name here)");
export const formatOption = (): Option =>
  new Option("--format <format>", "how the answer is shown").choices(formats).default("table");
export const asOfOption = (): Option =>
  new Option("--as-of <time>", "what would have been answered at that moment, such as 2026-05-02T10:00:00Z").argParser(
    readInstant,
  );
export const kindsOption = (): Option =>
  new Option(
    "--kinds <kinds>",
    `only these kinds, separated by commas: ${Object.values(kindWords).join(", ")}`,
  ).argParser(readKinds);

/** `--limit <n>` for a list of which a part is shown. */
export function limitOption(standard: number, most: number): Option {
  return new Option("--limit <n>", `at most so many lines, up to ${most}`)
    .default(standard)
    .argParser((text) => readCount(text, 1, most));
}

/** A severity as people type it; NONE is no threshold, since everything reaches it. */
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
 * A whole number between two bounds.
 * @throws InvalidArgumentError when the text is another.
 */
export function readCount(text: string, least: number, most: number): number {
  const count = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(count >= least && count <= most))
    throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
  return count;
}

/**
 * A name as the API takes it.
 * @throws InvalidArgumentError when it is another.
 */
export function readIdentifier(text: string): string {
  const issue = identifier.safeParse(text).error?.issues[0];
  if (issue) throw new InvalidArgumentError(`${JSON.stringify(text)} cannot be used: ${issue.message}.`);
  return text;
}

/** Gathers an option that may be repeated. */
export function collect(text: string, before: readonly string[]): string[] {
  return [...before, text];
}

/**
 * A moment, as it is sent on.
 * @throws InvalidArgumentError when the text is none.
 */
export function readInstant(text: string): string {
  if (!z.iso.datetime({ offset: true }).safeParse(text).success)
    throw new InvalidArgumentError("Give a time with its offset, such as 2026-05-02T10:00:00Z.");
  return text;
}

function readKinds(text: string): LineageKind[] {
  return text.split(",").map((word) => {
    const kind = lineageKinds.find(
      (known) => kindWords[known] === toWord(word.trim()) || toWord(known) === toWord(word.trim()),
    );
    if (!kind)
      throw new InvalidArgumentError(`${JSON.stringify(word)} is none of ${Object.values(kindWords).join(", ")}.`);
    return kind;
  });
}

function readSeverity(text: string): Severity {
  const severity = severities.find((known) => known !== "NONE" && toWord(known) === toWord(text));
  if (!severity)
    throw new InvalidArgumentError(
      `Give one of ${severities
        .filter((known) => known !== "NONE")
        .map(toWord)
        .join(", ")}.`,
    );
  return severity;
}
