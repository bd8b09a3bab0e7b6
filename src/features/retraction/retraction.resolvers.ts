import { RetractionResolver } from "./retraction.resolver.js";

export const retractionResolvers = [RetractionResolver] as const;
