import type { Loaders } from "../../core/api/context.js";
import { toLineageNode } from "../../core/api/node/lineage-node.js";
import type { NodeSource } from "../../core/api/node/node.loaders.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import type { GraphReader } from "../../core/graph/graph.js";
import type { CodeCommit } from "./code-commit.type.js";
import { loadCommitRows } from "./code.statements.js";

/** The source of commits for the shared loader. */
export const commitSource: NodeSource<LineageNode> = { kind: "commit", load: loadCommits };

/** Loads commits by key, in any order. */
export async function loadCommits(graph: GraphReader, keys: readonly string[]): Promise<CodeCommit[]> {
  const rows = await graph.read(loadCommitRows, { keys: [...keys] });
  return rows.map((row) => {
    const node = toLineageNode(row);
    return { ...node, repository: node.namespace };
  });
}

/** The commit with this key, or null. */
export async function loadCommit({ lineageNode }: Loaders, key: string): Promise<CodeCommit | null> {
  const node = await lineageNode.load(key);
  return node && isCommit(node) ? node : null;
}

function isCommit(node: LineageNode): node is CodeCommit {
  return node.kind === "CODE_COMMIT";
}
