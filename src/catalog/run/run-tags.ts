import { z } from "zod";

/** A tag of a run. Sources change and remove tags, so the set that was observed last counts. */
export interface TagRecord {
  readonly name: string;
  readonly value: string;
}

/** Tags as they are stored: one text each, sorted by name. The last of several values of a name counts. */
export function tagRecordsOf(tags: readonly TagRecord[]): string[] {
  const values = new Map(tags.map(({ name, value }) => [name, value]));
  return [...values]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, value]) => tagRecordOf({ name, value }));
}

/** One tag as it is stored. A filter compares this text. */
export function tagRecordOf({ name, value }: TagRecord): string {
  return JSON.stringify([name, value]);
}

/** The tags in stored texts. */
export function parseTagRecords(records: readonly string[]): TagRecord[] {
  return records.map((record) => {
    const [name, value] = storedTag.parse(JSON.parse(record));
    return { name, value };
  });
}

const storedTag = z.tuple([z.string(), z.string()]);
