import { InvalidInputError } from "../shared/errors.js";

/** A value of a TOML file. Numbers, dates and booleans stay as they are written, since lock files use them for nothing else. */
export type TomlValue = string | readonly TomlValue[] | TomlTable;
export interface TomlTable {
  readonly [name: string]: TomlValue;
}

type OpenTable = { [name: string]: OpenValue };
type OpenValue = string | OpenValue[] | OpenTable;

/** `\b`, `\t` and the other escapes of one character. */
const escapes: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  e: "\u001b",
  '"': '"',
  "\\": "\\",
};

/**
 * Reads a TOML file as tools write it.
 * @throws InvalidInputError with the line that cannot be read.
 */
export function parseToml(text: string): TomlTable {
  return new TomlReader(text).read();
}

class TomlReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text.replaceAll("\r\n", "\n");
  }

  read(): TomlTable {
    const root: OpenTable = newTable();
    let current = root;
    for (this.#skip(); this.#at < this.#text.length; this.#skip()) {
      if (this.#take("[[")) {
        const path = this.#path();
        this.#expect("]]");
        current = appendTable(root, path, () => this.#fail());
      } else if (this.#take("[")) {
        const path = this.#path();
        this.#expect("]");
        current = openTable(root, path, () => this.#fail());
      } else this.#pair(current);
    }
    return root;
  }

  #pair(table: OpenTable): void {
    const path = this.#path();
    this.#expect("=");
    const name = path.at(-1) ?? "";
    openTable(table, path.slice(0, -1), () => this.#fail())[name] = this.#value();
  }

  #path(): string[] {
    const names: string[] = [];
    do {
      this.#blanks();
      const quoted = this.#text[this.#at] === '"' || this.#text[this.#at] === "'";
      names.push(quoted ? this.#string() : this.#match(/[A-Za-z0-9_-]+/y));
      this.#blanks();
    } while (this.#take("."));
    return names;
  }

  #value(): OpenValue {
    this.#blanks();
    const next = this.#text[this.#at];
    if (next === '"' || next === "'") return this.#string();
    if (this.#take("[")) return this.#array();
    if (this.#take("{")) return this.#inlineTable();
    return this.#match(/[A-Za-z0-9+:._-]+(?: \d[\d:.+Z-]*)?/y);
  }

  #array(): OpenValue[] {
    const values: OpenValue[] = [];
    for (this.#skip(); !this.#take("]"); this.#skip()) {
      values.push(this.#value());
      this.#skip();
      if (!this.#take(",") && this.#text[this.#at] !== "]") this.#fail();
    }
    return values;
  }

  #inlineTable(): OpenTable {
    const table = newTable();
    for (this.#skip(); !this.#take("}"); this.#skip()) {
      this.#pair(table);
      this.#skip();
      if (!this.#take(",") && this.#text[this.#at] !== "}") this.#fail();
    }
    return table;
  }

  #string(): string {
    for (const quotes of ['"""', "'''"]) {
      if (!this.#take(quotes)) continue;
      this.#take("\n");
      const end = this.#text.indexOf(quotes, this.#at);
      if (end < 0) this.#fail();
      const body = this.#text.slice(this.#at, end);
      this.#at = end + quotes.length;
      return quotes === '"""' ? unescape(body) : body;
    }
    return this.#text[this.#at] === "'"
      ? this.#match(/'[^'\n]*'/y).slice(1, -1)
      : unescape(this.#match(/"(?:[^"\\\n]|\\.)*"/y).slice(1, -1));
  }

  /** Skips white space, line ends and comments. */
  #skip(): void {
    this.#match(/(?:\s|#[^\n]*)*/y);
  }

  #blanks(): void {
    this.#match(/[ \t]*/y);
  }

  #take(token: string): boolean {
    const isNext = this.#text.startsWith(token, this.#at);
    if (isNext) this.#at += token.length;
    return isNext;
  }

  #expect(token: string): void {
    this.#blanks();
    if (!this.#take(token)) this.#fail();
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined) return this.#fail();
    this.#at += found.length;
    return found;
  }

  #fail(): never {
    const line = this.#text.slice(0, this.#at).split("\n").length;
    throw new InvalidInputError(`line ${line} is not TOML that a package manager writes`, { line });
  }
}

/** Without a prototype: names of a file are not those of an object. */
function newTable(): OpenTable {
  const table: unknown = Object.create(null);
  if (!isOpenTable(table)) throw new TypeError("an object without a prototype is a table");
  return table;
}

function isOpenTable(value: unknown): value is OpenTable {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The table at a path, created if necessary. Of an array of tables, the last one is open. */
function openTable(root: OpenTable, path: readonly string[], fail: () => never): OpenTable {
  let table = root;
  for (const name of path) {
    const known = (table[name] ??= newTable());
    const open = Array.isArray(known) ? known.at(-1) : known;
    if (typeof open !== "object" || Array.isArray(open)) return fail();
    table = open;
  }
  return table;
}

function appendTable(root: OpenTable, path: readonly string[], fail: () => never): OpenTable {
  const owner = openTable(root, path.slice(0, -1), fail);
  const list = (owner[path.at(-1) ?? ""] ??= []);
  if (!Array.isArray(list)) return fail();
  const table = newTable();
  list.push(table);
  return table;
}

function unescape(body: string): string {
  return body.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\s*\n\s*)|(.))/g,
    (_whole, short?: string, long?: string, fold?: string, one?: string) => {
      if (fold !== undefined) return "";
      if (one !== undefined) return escapes[one] ?? one;
      const code = Number.parseInt(short ?? long ?? "", 16);
      return code <= 0x10_ffff ? String.fromCodePoint(code) : "";
    },
  );
}
