import { z } from "zod";
import type { SentFact } from "./round.js";

/** An answer, and between which moments of this process's clock it was under way. */
export interface TimedAnswer<Data> {
  readonly startedAt: number;
  readonly endedAt: number;
  /** Null where there was an error. */
  readonly data: Data | null;
  /** Code of the error, NO_ANSWER where none came; null where there was none. */
  readonly problem: string | null;
}

const factOutcomes = z.array(z.looseObject({ status: z.string(), code: z.string().optional() }));
export type FactOutcomes = z.output<typeof factOutcomes>;

/** Asks one server in the name of one principal. */
export interface ApiClient {
  readonly principal: string;
  graphql<Data>(query: string, variables: object, shape: z.ZodType<Data>): Promise<TimedAnswer<Data>>;
  /** Sends facts as one batch; one that was rejected is a problem. */
  sendFacts(facts: readonly SentFact[], headers?: Readonly<Record<string, string>>): Promise<TimedAnswer<FactOutcomes>>;
}

/** Longer than any deadline of the server: beyond it the request counts as never answered. */
const patienceMs = 120_000;

const body = z.object({
  data: z.unknown().optional(),
  outcomes: factOutcomes.optional(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

export function createApiClient(url: string, principal: string): ApiClient {
  const send = async (path: string, type: string, text: string, headers = {}) => {
    const response = await fetch(`${url}${path}`, {
      method: "POST",
      body: text,
      headers: { "content-type": type, "x-lineage-principal": principal, ...headers },
      signal: AbortSignal.timeout(patienceMs),
    });
    return body.parse(await response.json());
  };
  return {
    principal,
    graphql: (query, variables, shape) =>
      timed(async () => {
        const { data, errors } = await send("/graphql", "application/json", JSON.stringify({ query, variables }));
        return errors?.[0] ? { data: null, problem: describe(errors[0]) } : { data: shape.parse(data), problem: null };
      }),
    sendFacts: (facts, headers) =>
      timed(async () => {
        const { outcomes, errors } = await send(
          "/api/facts",
          "application/x-ndjson",
          facts.map((fact) => JSON.stringify(fact)).join("\n"),
          headers,
        );
        if (errors?.[0]) return { data: null, problem: describe(errors[0]) };
        return { data: outcomes ?? [], problem: outcomes?.find(({ status }) => status === "REJECTED")?.code ?? null };
      }),
  };
}

/** The codes that a race may end with stay short; another one tells what it is. */
function describe({ message, extensions: { code } }: { message: string; extensions: { code: string } }): string {
  return ["DEADLINE_EXCEEDED", "GRAPH_UNAVAILABLE", "CONFLICT"].includes(code) ? code : `${code}: ${message}`;
}

async function timed<Data>(
  ask: () => Promise<Pick<TimedAnswer<Data>, "data" | "problem">>,
): Promise<TimedAnswer<Data>> {
  const startedAt = performance.now();
  const answer = await ask().catch((error: unknown) => {
    if (error instanceof z.ZodError) throw error;
    return { data: null, problem: "NO_ANSWER" };
  });
  return { startedAt, endedAt: performance.now(), ...answer };
}
