import { z } from "zod";
import type { SentFact } from "./round.js";

/** An answer, with the start and end of its request by this process's clock. */
export interface TimedAnswer<Data> {
  readonly startedAt: number;
  readonly endedAt: number;
  /** Null after an error. */
  readonly data: Data | null;
  /** Code of the error, NO_ANSWER without a response; null without an error. */
  readonly problem: string | null;
}

const factOutcomes = z.array(z.looseObject({ status: z.string(), code: z.string().optional() }));
export type FactOutcomes = z.output<typeof factOutcomes>;

/** A client of one server as one principal. */
export interface ApiClient {
  readonly principal: string;
  graphql<Data>(query: string, variables: object, shape: z.ZodType<Data>): Promise<TimedAnswer<Data>>;
  /** Sends facts as one batch. A rejected one is a problem. */
  sendFacts(facts: readonly SentFact[], headers?: Readonly<Record<string, string>>): Promise<TimedAnswer<FactOutcomes>>;
}

/** Longer than any deadline of the server. After it, the request counts as unanswered. */
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
      headers: {
        // While this process is busy, the server may close an idle connection, and the next request on it would fail.
        connection: "close",
        "content-type": type,
        "x-lineage-principal": principal,
        ...headers,
      },
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

/** Expected error codes are kept short; unexpected ones include their message. */
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
