import { NodeRecallsResolver, RecallResolver, RecallTaskResolver } from "./recall.resolver.js";

export { createRecallLoaders } from "./recall.loaders.js";
export { recallSource } from "./recall.repository.js";
export { openRecall } from "./recall.service.js";
export { widenRecalls } from "./widen-recalls.js";

export const recallResolvers = [RecallResolver, RecallTaskResolver, NodeRecallsResolver] as const;
