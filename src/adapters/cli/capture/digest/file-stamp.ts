import type { BigIntStats } from "node:fs";

/** Shows, without reading a file, whether it has been written since. */
export interface FileStamp {
  /** Size, times of last change of content and of inode (nanoseconds), inode. */
  readonly id: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
  /** When the content or the inode last changed, in milliseconds since the epoch. */
  readonly changedAtMs: number;
}

/** The stamp of a file as it is now. */
export function stampOf({ size, mtimeNs, ctimeNs, ino }: BigIntStats): FileStamp {
  const newest = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  return {
    id: `${size}:${mtimeNs}:${ctimeNs}:${ino}`,
    sizeBytes: Number(size),
    modifiedAtMs: Number(mtimeNs / 1_000_000n),
    changedAtMs: Number(newest / 1_000_000n),
  };
}
