import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

const keys = z.array(z.string());
const keyOrNull = z.string().nullable();

const evidenceRow = z.object({
  key: z.string(),
  run: keyOrNull,
  isRunStub: z.boolean(),
  isRunTombstoned: z.boolean(),
  hasCommand: z.boolean(),
  commit: keyOrNull,
  isDirty: z.boolean().nullable(),
  hasPatch: z.boolean(),
  isCommitTombstoned: z.boolean(),
  environment: keyOrNull,
  isPinned: z.boolean().nullable(),
  isEnvironmentTombstoned: z.boolean(),
  tombstonedInputs: keys,
  undigestedInputs: keys,
});

export const loadEvidenceRows = defineStatement("reproduction/load-evidence", {
  mode: "read",
  params: z.object({ keys, asOf: z.number().nullable() }),
  row: evidenceRow,
});

export const findDownstreamVersions = defineStatement("reproduction/find-downstream-versions", {
  mode: "read",
  params: z.object({ targets: keys, limit: z.number().int() }),
  row: z.object({ key: z.string(), input: keyOrNull }),
});
