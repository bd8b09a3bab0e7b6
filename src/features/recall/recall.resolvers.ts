import { NodeRecallsResolver, RecallResolver, RecallTaskResolver } from "./recall.resolver.js";

export const recallResolvers = [RecallResolver, RecallTaskResolver, NodeRecallsResolver] as const;
