/** How much one request may ask for. Every message about a limit names it and its value. */
export interface Limits {
  /** Bytes of a GraphQL request. */
  readonly bodyBytes: number;
  /** Bytes of a batch of facts, after decompression. */
  readonly batchBytes: number;
  /** Facts of one batch. */
  readonly batchFacts: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  /** Nodes that an answer may hold; see `answer-limit.ts`. */
  readonly cost: number;
  /** Nodes that one closure may visit, and how long it may take. */
  readonly closureNodes: number;
  readonly closureMs: number;
  /** How long a GraphQL request, and a batch of facts, may take until it is answered. */
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
