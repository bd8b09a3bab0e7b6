import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { z } from "zod";
import type { ClientConfig } from "../client-config.js";
import type { TypedDocumentString } from "../generated/graphql.js";
import { hasFields, isObject } from "./answer-fields.js";
import { toCliWords } from "./cli-words.js";
import { foreignServer, type HttpReply, post } from "./http.js";
import { ServerError } from "./server-error.js";

const compress = promisify(gzip);

/** Longer than the server's own deadline, so that the server can report what went wrong. */
const questionTimeoutMs = 30_000;
/** A batch may have to wait for earlier batches. */
const factsTimeoutMs = 60_000;

/** The arguments of a request beside its document: the variables, if the document has any. */
type VariablesOf<Variables> = Variables extends Readonly<Record<string, never>> ? [] : [variables: Variables];
/** An answer without errors to questions such as `impact`, whose fields are null only if they failed. */
export type Answered<Answer> = { readonly [Field in keyof Answer]: NonNullable<Answer[Field]> };

const outcomes = z.object({
  outcomes: z.array(
    z.discriminatedUnion("status", [
      z.object({
        status: z.enum(["NEW", "CHANGED", "UNCHANGED"]),
        key: z.string(),
        tombstoned: z.array(z.string()).optional(),
        warnings: z.array(z.object({ key: z.string(), field: z.string(), message: z.string() })).optional(),
      }),
      z.object({ status: z.literal("REJECTED"), code: z.string(), message: z.string() }),
    ]),
  ),
});
/** The outcome of one fact of a batch. */
export type Outcome = z.output<typeof outcomes>["outcomes"][number];

const graphqlError = z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() });
const graphqlErrors = z.object({ errors: z.array(graphqlError).min(1) });
/** Every document of the CLI is valid by the schema of its version. */
const otherSchemaCode = "GRAPHQL_VALIDATION_FAILED";
const temporaryCodes: readonly (string | undefined)[] = ["GRAPH_UNAVAILABLE", "DEADLINE_EXCEEDED"];
const temporaryStatuses: readonly number[] = [429, 502, 503, 504];

/** A client of the API over HTTP. The CLI has no other access. */
export class ApiClient {
  readonly config: ClientConfig;

  constructor(config: ClientConfig) {
    this.config = config;
  }

  /**
   * Sends a GraphQL request. The type of the answer is that of the schema in this version: the server validates the
   * document against its own schema, so the answer has that type or the server reports an error.
   * @throws ServerError when the request fails.
   */
  async ask<Answer, Variables>(
    document: TypedDocumentString<Answer, Variables>,
    ...[variables]: VariablesOf<Variables>
  ): Promise<Answer> {
    return this.#send(
      document,
      variables,
      z.custom<Answer>((data) => isObject(data) && hasFields(data, document.__meta__?.answer)),
    );
  }

  /**
   * Sends a GraphQL request whose root fields are null only if they failed, such as `impact`.
   * @throws ServerError when the request fails.
   */
  async askQuestion<Answer, Variables>(
    document: TypedDocumentString<Answer, Variables>,
    ...[variables]: VariablesOf<Variables>
  ): Promise<Answered<Answer>> {
    return this.#send(
      document,
      variables,
      z.custom<Answered<Answer>>(
        (data) => isObject(data) && hasFields(data, document.__meta__?.answer) && !Object.values(data).includes(null),
      ),
    );
  }

  /**
   * Writes facts, one JSON object per line. The outcomes are in the same order. Repeated facts always take effect once;
   * with an idempotency key, the repeated request returns the first outcome and adds no entry to the ledger.
   * @throws ServerError when the batch was not accepted, or when it is unknown whether it was.
   */
  async writeFacts(lines: readonly string[], idempotencyKey: string | null = null): Promise<readonly Outcome[]> {
    const path = "/api/facts";
    const reply = await post(this.config, {
      path,
      headers: {
        "content-type": "application/x-ndjson",
        "content-encoding": "gzip",
        ...(idempotencyKey !== null && { "idempotency-key": idempotencyKey }),
      },
      body: await compress(lines.join("\n")),
      timeoutMs: factsTimeoutMs,
    });
    const { outcomes: received } = this.#read(path, reply, outcomes);
    if (received.length !== lines.length) throw foreignServer(this.config, path, reply);
    return received.map(withoutLine);
  }

  async #send<Answer, Variables, Data>(
    document: TypedDocumentString<Answer, Variables>,
    variables: Variables | undefined,
    data: z.ZodType<Data>,
  ): Promise<Data> {
    const path = "/graphql";
    const reply = await post(this.config, {
      path,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: document.toString(), variables }),
      timeoutMs: questionTimeoutMs,
    });
    return this.#read(path, reply, z.object({ data })).data;
  }

  #read<Shape>(path: string, reply: HttpReply, shape: z.ZodType<Shape>): Shape {
    const errors = graphqlErrors.safeParse(reply.json).data?.errors;
    if (errors) throw this.#refusal(reply, errors);
    const answer = shape.safeParse(reply.json);
    if (!answer.success || reply.status !== 200) throw foreignServer(this.config, path, reply);
    return answer.data;
  }

  #refusal({ status, retryAfterMs }: HttpReply, errors: readonly z.output<typeof graphqlError>[]): ServerError {
    const codes = errors.map(({ extensions }) => extensions?.code);
    const code = codes[0] ?? `HTTP_${status}`;
    const isTemporary = temporaryStatuses.includes(status) || codes.some((each) => temporaryCodes.includes(each));
    const message = `${errors.map((each) => toCliWords(each.message)).join("; ")} (${code})`;
    return new ServerError(
      code === otherSchemaCode
        ? `the server at ${this.config.url} has another version of the API than this command: ${message}. Use the same version of lineage for both`
        : message,
      { code, isTemporary, retryAfterMs },
    );
  }
}

/** Removes the line number in the request, which has no meaning for the user. */
function withoutLine(outcome: Outcome): Outcome {
  return outcome.status === "REJECTED" ? { ...outcome, message: outcome.message.replace(/^line \d+: /, "") } : outcome;
}
