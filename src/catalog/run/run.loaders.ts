import type DataLoader from "dataloader";
import type { Loaders } from "../../core/api/context.js";
import type { NodeSource } from "../../core/api/node/node.loaders.js";
import type { LineageNode } from "../../core/api/node/node.type.js";
import { createCountLoader, createListLoader } from "../../core/api/relation-loaders.js";
import { type TimePageLoader, createTimePageLoader } from "../../core/api/time-page.js";
import { toSnapshot } from "../dataset/dataset.repository.js";
import type { DatasetSnapshot } from "../dataset/dataset-snapshot.type.js";
import type { GraphReader } from "../../core/graph/graph.js";
import { loadRuns, toRun } from "./run.repository.js";
import {
  type MeasuresRow,
  type RunUseRow,
  countStartedRows,
  countUserRows,
  loadInputRows,
  loadMeasuresRows,
  loadOutputRows,
  loadTrainingDataRows,
  pageStartedRows,
  pageUserRows,
} from "./run.statements.js";
import type { Run } from "./run.type.js";

declare module "../../core/api/context.js" {
  interface Loaders {
    /** Parameters and metrics of a run, one row or none. */
    readonly runMeasures: DataLoader<string, readonly MeasuresRow[]>;
    readonly runInputs: DataLoader<string, readonly RunUseRow[]>;
    readonly runOutputs: DataLoader<string, readonly RunUseRow[]>;
    /** Snapshots that model versions were trained on. */
    readonly trainingData: DataLoader<string, readonly (DatasetSnapshot & { readonly owner: string })[]>;
    /** Runs that used a snapshot, latest first. */
    readonly snapshotUserPage: TimePageLoader<Run>;
    readonly snapshotUserCount: DataLoader<string, number>;
    /** Runs that a run started, latest first. */
    readonly startedRunPage: TimePageLoader<Run>;
    readonly startedRunCount: DataLoader<string, number>;
  }
}

/** The source of runs for the shared loader. */
export const runSource: NodeSource<LineageNode> = { kind: "run", load: loadRuns };

/** Loaders of one request: inputs, outputs and measures of runs, and runs by their inputs and parents. */
export function createRunLoaders(graph: GraphReader) {
  return {
    runMeasures: createListLoader((keys) => graph.read(loadMeasuresRows, { keys: [...keys] })),
    runInputs: createListLoader((keys) => graph.read(loadInputRows, { keys: [...keys] })),
    runOutputs: createListLoader((keys) => graph.read(loadOutputRows, { keys: [...keys] })),
    trainingData: createListLoader((versionKeys) => loadTrainingData(graph, versionKeys)),
    snapshotUserPage: createTimePageLoader(
      (snapshotKeys, page) => graph.read(pageUserRows, { snapshotKeys, ...page }),
      toRun,
    ),
    snapshotUserCount: createCountLoader((snapshotKeys) =>
      graph.read(countUserRows, { snapshotKeys: [...snapshotKeys] }),
    ),
    startedRunPage: createTimePageLoader((runKeys, page) => graph.read(pageStartedRows, { runKeys, ...page }), toRun),
    startedRunCount: createCountLoader((runKeys) => graph.read(countStartedRows, { runKeys: [...runKeys] })),
  } satisfies Partial<Loaders>;
}

async function loadTrainingData(
  graph: GraphReader,
  versionKeys: readonly string[],
): Promise<(DatasetSnapshot & { owner: string })[]> {
  const rows = await graph.read(loadTrainingDataRows, { versionKeys: [...versionKeys] });
  return rows.map((row) => ({ ...toSnapshot(row), owner: row.owner }));
}

/** The run with this key, or null. */
export async function loadRun({ lineageNode }: Loaders, key: string): Promise<Run | null> {
  const node = await lineageNode.load(key);
  return node && isRun(node) ? node : null;
}

function isRun(node: LineageNode): node is Run {
  return node.kind === "RUN";
}
