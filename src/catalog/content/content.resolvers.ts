import { NodeContentResolver } from "./content.resolver.js";

export const contentResolvers = [NodeContentResolver] as const;
