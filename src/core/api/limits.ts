/** Limits of one request. Every message about a limit contains its value. */
export interface Limits {
  /** Size of a GraphQL request in bytes. */
  readonly bodyBytes: number;
  /** Size of a batch of facts in bytes, after decompression. */
  readonly batchBytes: number;
  /** Number of facts in one batch. */
  readonly batchFacts: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  /** Nodes that a response may contain; see `answer-limit.ts`. */
  readonly cost: number;
  /** Nodes that one closure may visit, and its duration in milliseconds. */
  readonly closureNodes: number;
  readonly closureMs: number;
  /** Deadlines of a GraphQL request and of a batch of facts. */
  readonly requestMs: number;
  readonly batchMs: number;
}

export const defaultLimits: Limits = {
  bodyBytes: 100_000,
  batchBytes: 20_000_000,
  batchFacts: 2_000,
  tokens: 1_000,
  depth: 12,
  aliases: 15,
  cost: 5_000,
  closureNodes: 200_000,
  closureMs: 5_000,
  requestMs: 10_000,
  batchMs: 30_000,
};
