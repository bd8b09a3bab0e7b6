import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { describeFault, faultCode } from "../fault.js";
import { syncFolder, writeAtomically } from "../write-atomically.js";
import { formatEntry, newEntryId, parseEntry, type SpoolEntry } from "./spool-entry.js";

/** A file of the spool: what it says, or why it cannot be read. */
export type SpooledFile = { readonly name: string; readonly entry: SpoolEntry } | UnreadableFile;

/** A file that is no recording, and why. */
export interface UnreadableFile {
  readonly name: string;
  readonly problem: string;
}

const ending = ".json";

/**
 * Recordings that the server has not acknowledged, a file each. A file is there whole or not at all, and goes only after
 * the acknowledgement: whatever happens in between, it is sent again, under the same key.
 */
export class Spool {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Keeps an entry, in the place of what was kept of it before.
   * @throws InvalidInputError when the folder cannot be written.
   */
  async keep(entry: SpoolEntry): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeAtomically(join(this.folder, nameOf(entry)), formatEntry(entry));
    } catch (error) {
      throw new InvalidInputError(`the recording cannot be kept in ${this.folder} (${describeFault(error)})`);
    }
  }

  /** Forgets an entry. */
  async abandon(entry: SpoolEntry): Promise<void> {
    await this.remove(nameOf(entry));
  }

  /** Everything that waits, oldest first. */
  async list(): Promise<SpooledFile[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = await Promise.all(
      names
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => this.#read(name)),
    );
    return files.filter((file) => file !== null);
  }

  /** Removes a file that was acknowledged; another process may have done so before. */
  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  /** Puts a file aside, with the reason beside it. */
  async reject(name: string, reasons: readonly string[]): Promise<void> {
    await mkdir(this.rejectedFolder, { recursive: true, mode: 0o700 });
    await writeAtomically(join(this.rejectedFolder, reasonOf(name)), `${reasons.join("\n")}\n`);
    await rename(join(this.folder, name), join(this.rejectedFolder, name)).catch(() => undefined);
    await syncFolder(this.rejectedFolder);
  }

  /**
   * Lets what was put aside wait again, under an id of its own: under the old one the server would answer as it did.
   * What cannot be read stays aside.
   */
  async restoreRejected(): Promise<{ readonly restored: number; readonly unreadable: readonly UnreadableFile[] }> {
    const aside = new Spool(this.rejectedFolder);
    const unreadable: UnreadableFile[] = [];
    let restored = 0;
    for (const file of await aside.list()) {
      if ("problem" in file) unreadable.push(file);
      else {
        await this.keep({ ...file.entry, id: newEntryId(new Date()) });
        await aside.remove(reasonOf(file.name));
        await aside.remove(file.name);
        restored += 1;
      }
    }
    return { restored, unreadable };
  }

  get rejectedFolder(): string {
    return join(this.folder, "rejected");
  }

  /** Null where it went since the folder was read. */
  async #read(name: string): Promise<SpooledFile | null> {
    let text: string;
    try {
      text = await readFile(join(this.folder, name), "utf8");
    } catch (error) {
      return faultCode(error) === "ENOENT" ? null : { name, problem: `cannot be read (${describeFault(error)})` };
    }
    try {
      return { name, entry: parseEntry(text) };
    } catch (error) {
      return { name, problem: `is no recording of this version of lineage: ${describeFault(error)}` };
    }
  }
}

function reasonOf(name: string): string {
  return `${name.slice(0, -ending.length)}.reason.txt`;
}

function nameOf({ id }: SpoolEntry): string {
  return id + ending;
}
