import type { GraphiQLProps } from "graphiql";
import { type ExecutionResult, Kind, parse } from "graphql";

const ENDPOINT = "/graphql";

/**
 * Sends an operation to the server that the page came from.
 * Thrown when the server does not answer in GraphQL; GraphiQL shows the message as the response.
 */
export const fetchFromServer: GraphiQLProps["fetcher"] = async (parameters, options) => {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...options?.headers },
    body: JSON.stringify({ ...parameters, operationName: operationNameIn(parameters.query, parameters.operationName) }),
  });
  const text = await response.text();
  const answer = parseAnswer(text);
  if (answer !== null) return answer;
  throw new Error(
    `${ENDPOINT} answered ${response.status} ${response.statusText} with text that is no GraphQL answer: ${text.slice(0, 200)}`,
  );
};

/** The answer of a GraphQL server; null if the text is none, as from a proxy in between. */
function parseAnswer(text: string): ExecutionResult | null {
  try {
    const answer: unknown = JSON.parse(text);
    return isAnswer(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isAnswer(answer: unknown): answer is ExecutionResult {
  return typeof answer === "object" && answer !== null && ("data" in answer || "errors" in answer);
}

/**
 * The operation to run, if the text has it. For a moment after a change of tab GraphiQL still gives the name from the tab
 * before, and the server would refuse a text that runs well without a name.
 */
function operationNameIn(query: string, operationName: string | null | undefined): string | undefined {
  try {
    const operations = parse(query).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    return operations.find(({ name }) => name?.value === operationName)?.name?.value;
  } catch {
    return undefined; // A syntax error: the server explains it.
  }
}
