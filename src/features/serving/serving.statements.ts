import { z } from "zod";
import { defineStatement } from "../../core/graph/statement.js";

export const loadDeclared = defineStatement("serving/load-declared", {
  mode: "read",
  params: z.object({ endpointKey: z.string(), at: z.number(), knownAt: z.number().nullable() }),
  row: z.object({
    key: z.string(),
    modelVersionKey: z.string(),
    validFrom: z.number(),
    isStub: z.boolean(),
    declaredValidTo: z.number().nullable(),
    declaredEndReason: z.string().nullable(),
    declaredTraffic: z.number().nullable(),
  }),
});
