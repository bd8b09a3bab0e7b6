import { InvalidInputError } from "../shared/errors.js";

/** Reads a text token by token from left to right, so that its cost grows with its length only. */
export class TextScanner {
  #position = 0;

  constructor(private readonly text: string) {}

  /** Takes what the sticky pattern matches here, or nothing. */
  take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.text)?.[0] ?? null;
    this.#position += found?.length ?? 0;
    return found;
  }

  skipSpace(): void {
    this.take(/[ \t]+/y);
  }

  get rest(): string {
    return this.text.slice(this.#position);
  }

  get atEnd(): boolean {
    return this.#position === this.text.length;
  }

  /** @throws InvalidInputError always; it says what was expected and what stands there instead. */
  fail(expected: string): never {
    const found = this.atEnd ? "the line ends" : `"${excerpt(this.rest)}" follows`;
    throw new InvalidInputError(`${expected} is expected where ${found}`);
  }
}

/** The beginning of a text that may be too long to be shown whole. */
export function excerpt(text: string, length = 60): string {
  return text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;
}
