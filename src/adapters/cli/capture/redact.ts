import { redactCredentials } from "../../../catalog/environment/redact-credentials.js";
import type { Parameter } from "./measures/read-params.js";

const mask = "****";

/** Masks values that must not be recorded. */
export interface Redaction {
  readonly parameter: (parameter: Parameter) => Parameter;
  readonly words: (words: readonly string[]) => string[];
}

/**
 * Masks the values of parameters and options with these names. Ignores case and the difference between `-` and `_`; `*`
 * matches any characters. Passwords in addresses are always masked.
 */
export function redactionOf(names: readonly string[]): Redaction {
  const patterns = names.map((name) => new RegExp(`^${canonical(name).split("*").map(escape).join(".*")}$`));
  const isSecret = (name: string): boolean => patterns.some((pattern) => pattern.test(canonical(name)));
  return {
    parameter: ({ name, value }) => ({
      name,
      value: isSecret(name) || isSecret(name.split(".").at(-1) ?? name) ? mask : redactCredentials(value),
    }),
    words: (words) => words.map((word, index) => redactWord(word, words[index - 1], isSecret)),
  };
}

/** Masks `--token=x`, `TOKEN=x`, and the word after `--token`. */
function redactWord(word: string, before: string | undefined, isSecret: (name: string) => boolean): string {
  const [, name, equals] = /^([^=]+)(=)/.exec(word) ?? [];
  if (name !== undefined && isSecret(withoutDashes(name))) return `${name}${equals}${mask}`;
  const isValue = before?.startsWith("-") && isSecret(withoutDashes(before));
  return isValue ? mask : redactCredentials(word);
}

function withoutDashes(option: string): string {
  return option.replace(/^-+/, "");
}

function canonical(name: string): string {
  return name.toLowerCase().replaceAll("-", "_");
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
