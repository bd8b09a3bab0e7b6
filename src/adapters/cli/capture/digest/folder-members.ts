import { maxMembers } from "../../../../catalog/dataset/dataset-snapshot.shape.js";
import type { TreeFile, TreeFolder } from "./scan-tree.js";

/** A file of a folder. */
export interface FolderMember {
  /** Relative to the folder, with `/` between its parts. */
  readonly path: string;
  readonly digest: string;
  readonly sizeBytes: number;
}

/** Limits of the API on the path of a member, in characters, and on one fact, with a reserve for its other fields. */
const maxPathLength = 1_000;
const maxFactBytes = 4_500_000;

/** The files of a folder; null if they are too many, or one of their names cannot be recorded. */
export function membersOf(folder: TreeFolder, digestOfFile: (file: TreeFile) => string): FolderMember[] | null {
  const members: FolderMember[] = [];
  return collect(folder, "", digestOfFile, members) && Buffer.byteLength(JSON.stringify(members)) <= maxFactBytes
    ? members
    : null;
}

function collect(
  folder: TreeFolder,
  prefix: string,
  digestOfFile: (file: TreeFile) => string,
  members: FolderMember[],
): boolean {
  return folder.entries.every(({ name, node }) => {
    const path = `${prefix}${name.toString()}`;
    if (node.kind === "folder") return collect(node, `${path}/`, digestOfFile, members);
    if (node.kind === "link") return true;
    members.push({ path, digest: `sha256:${digestOfFile(node)}`, sizeBytes: node.stamp.sizeBytes });
    const isRecordable = Buffer.from(path).equals(Buffer.concat([Buffer.from(prefix), name])) && path.trim() === path;
    return isRecordable && path.length <= maxPathLength && members.length <= maxMembers;
  });
}
