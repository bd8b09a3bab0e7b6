import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { transformFile } from "@swc/core";
import { swcOptions } from "../swc-options.js";

/**
 * Keeps the sources as JavaScript in `.dev`, beside `src`, where their relative paths are valid. Without type checks,
 * a file takes milliseconds. Plain JavaScript starts a second faster than TypeScript through Node's module hooks.
 */
export class Transpiler {
  #sources;
  #output;
  #isSource;
  /** Files that do not parse, with the error. */
  broken = new Map();

  constructor(root, pages) {
    this.#sources = join(root, "src");
    this.#output = join(root, ".dev");
    this.#isSource = (file) => /\.ts$/.test(file) && !pages.some((page) => file.startsWith(join(root, page, "/")));
  }

  /** Transpiles the files that changed since the last run, and removes the output of deleted files. */
  async transpileAll() {
    const files = readdirSync(this.#sources, { recursive: true })
      .map((file) => join(this.#sources, file))
      .filter(this.#isSource);
    const outputs = new Set(files.map((file) => this.#outputOf(file)));
    mkdirSync(this.#output, { recursive: true });
    for (const file of readdirSync(this.#output, { recursive: true }).map((name) => join(this.#output, name)))
      if (file.endsWith(".js") && !outputs.has(file)) rmSync(file);
    await Promise.all(
      files.filter((file) => modifiedAt(file) > modifiedAt(this.#outputOf(file))).map((file) => this.update(file)),
    );
  }

  /** Updates the output of a changed, new or removed file. */
  async update(file) {
    if (!this.#isSource(file)) return;
    const output = this.#outputOf(file);
    this.broken.delete(file);
    if (modifiedAt(file) === 0) return rmSync(output, { force: true });
    try {
      const { code } = await transformFile(file, { ...swcOptions, sourceMaps: "inline" });
      mkdirSync(dirname(output), { recursive: true });
      writeFileSync(output, code);
    } catch (error) {
      this.broken.set(file, error);
    }
  }

  #outputOf(file) {
    return join(this.#output, relative(this.#sources, file).replace(/\.ts$/, ".js"));
  }
}

/** Modification time in epoch milliseconds; 0 if the file does not exist. */
function modifiedAt(file) {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
