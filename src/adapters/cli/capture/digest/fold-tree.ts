import { createHash } from "node:crypto";
import type { TreeFile, TreeNode } from "./scan-tree.js";

const header = "lineage-folder/1\n";
const letters = { file: "f", folder: "d", link: "l" } as const;

/**
 * The digest of a tree, given those of its files, as hex. A file counts as its own digest, a link that leads nowhere as
 * the SHA-256 of its text. A folder is the SHA-256 of `lineage-folder/1`, a line feed, and for each entry in the order of
 * the bytes of its name: `f`, `d` or `l`, a space, the entry's digest, a space, the name, a NUL. Modes, times and owners
 * do not count.
 */
export function foldTree(node: TreeNode, digestOfFile: (file: TreeFile) => string): string {
  switch (node.kind) {
    case "file":
      return digestOfFile(node);
    case "link":
      return createHash("sha256").update(node.text).digest("hex");
    case "folder": {
      const hash = createHash("sha256").update(header);
      for (const { name, node: entry } of node.entries) {
        hash
          .update(`${letters[entry.kind]} ${foldTree(entry, digestOfFile)} `)
          .update(name)
          .update("\0");
      }
      return hash.digest("hex");
    }
  }
}

/** Every file of a tree; one that several links lead to comes several times. */
export function filesOf(node: TreeNode): TreeFile[] {
  if (node.kind === "file") return [node];
  return node.kind === "folder" ? node.entries.flatMap(({ node: entry }) => filesOf(entry)) : [];
}
