import { z } from "zod";
import type { BatchFact } from "./fact-batches.js";

const versionFact = z.object({
  input: z.object({ namespace: z.string(), model: z.string(), version: z.string() }),
});

/** The id of the version that a fact registers. */
export function registeredVersion({ line }: BatchFact): string {
  const { namespace, model, version } = versionFact.parse(JSON.parse(line)).input;
  return versionId(namespace, model, version);
}

/** Identifies a version in the sets of an import. */
export function versionId(namespace: string, model: string, version: string): string {
  return JSON.stringify([namespace, model, version]);
}
