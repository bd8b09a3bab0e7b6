import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { InvalidInputError } from "../../../../core/shared/errors.js";
import { describeFault, faultCode } from "../../../../core/shared/fault.js";
import { syncFolder, writeAtomically } from "../../../../core/shared/write-atomically.js";
import { formatEntry, newEntryId, parseEntry, type SpoolEntry } from "./spool-entry.js";

/** A file of the spool: its entry, or the reason why it cannot be read. */
export type SpooledFile = { readonly name: string; readonly entry: SpoolEntry } | UnreadableFile;

/** A file that is not a valid recording, and the reason. */
export interface UnreadableFile {
  readonly name: string;
  readonly problem: string;
}

const ending = ".json";

/**
 * Recordings that the server has not acknowledged, one file each. A file is written atomically and removed only after
 * the acknowledgement. After any failure in between, it is sent again with the same idempotency key.
 */
export class Spool {
  readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  /**
   * Stores an entry, replacing its earlier version.
   * @throws InvalidInputError when the folder cannot be written.
   */
  async keep(entry: SpoolEntry): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await writeAtomically(join(this.folder, nameOf(entry)), formatEntry(entry));
    } catch (error) {
      throw new InvalidInputError(`cannot store the recording in ${this.folder} (${describeFault(error)})`);
    }
  }

  /** Discards an entry. */
  async abandon(entry: SpoolEntry): Promise<void> {
    await this.remove(nameOf(entry));
  }

  /** All waiting files, oldest first. */
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

  /** Removes an acknowledged file. Another process may have removed it already. */
  async remove(name: string): Promise<void> {
    await rm(join(this.folder, name), { force: true });
  }

  /** Moves a file to the rejected folder, with the reasons in a file beside it. */
  async reject(name: string, reasons: readonly string[]): Promise<void> {
    await mkdir(this.rejectedFolder, { recursive: true, mode: 0o700 });
    await writeAtomically(join(this.rejectedFolder, reasonOf(name)), `${reasons.join("\n")}\n`);
    await rename(join(this.folder, name), join(this.rejectedFolder, name)).catch(() => undefined);
    await syncFolder(this.rejectedFolder);
  }

  /**
   * Moves rejected recordings back to the spool, each with a new id: for the old one the server would repeat its
   * answer. Unreadable files stay in the rejected folder.
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

  /** Null if the file was removed after the folder was listed. */
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
      return { name, problem: `is not a recording that this version of lineage can read: ${describeFault(error)}` };
    }
  }
}

function reasonOf(name: string): string {
  return `${name.slice(0, -ending.length)}.reason.txt`;
}

function nameOf({ id }: SpoolEntry): string {
  return id + ending;
}
