import { createHash } from "node:crypto";
import type { TreeFile, TreeNode } from "./scan-tree.js";

const header = "lineage-folder/1\n";
const letters = { file: "f", folder: "d", link: "l" } as const;

/**
 * Computes the digest of a tree from the digests of its files, in hex. The digest of a file is that of its content; the
 * digest of a broken link is the SHA-256 of its target text. The digest of a folder is the SHA-256 of
 * `lineage-folder/1`, a line feed, and for each entry, ordered by the bytes of its name: `f`, `d` or `l`, a space, the
 * entry's digest, a space, the name, a NUL. Modes, times and owners are ignored.
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

/** Every file of a tree. A file that several links lead to is listed once for each of them. */
export function filesOf(node: TreeNode): TreeFile[] {
  if (node.kind === "file") return [node];
  return node.kind === "folder" ? node.entries.flatMap(({ node: entry }) => filesOf(entry)) : [];
}
