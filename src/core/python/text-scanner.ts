import { InvalidInputError } from "../shared/errors.js";

/** Reads a text token by token from left to right, in time linear in its length. */
export class TextScanner {
  #position = 0;

  constructor(private readonly text: string) {}

  /** Takes the match of a sticky pattern at the current position, or returns null. */
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

  /** @throws InvalidInputError always, with the expected and the actual text. */
  fail(expected: string): never {
    const found = this.atEnd ? "the end of the line" : `"${excerpt(this.rest)}"`;
    throw new InvalidInputError(`expected ${expected}, found ${found}`);
  }
}

/** The start of a text that may be too long to show in full. */
export function excerpt(text: string, length = 60): string {
  return text.length > length ? `${text.slice(0, length).toWellFormed()}…` : text;
}
