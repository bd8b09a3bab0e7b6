import type { GraphiQLProps } from "graphiql";
import { type ExecutionResult, Kind, parse } from "graphql";

const ENDPOINT = "/graphql";

/**
 * Sends an operation to the server that serves the page.
 * Throws when the response is not a GraphQL response; GraphiQL shows the message as the response.
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
    `${ENDPOINT} answered ${response.status} ${response.statusText} with a body that is not a GraphQL response: ${text.slice(0, 200)}`,
  );
};

/** The response of a GraphQL server; null if the text is something else, such as the error page of a proxy. */
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
 * The name of the operation to run, if the text contains that operation. Directly after a change of tabs, GraphiQL still
 * passes the name from the previous tab. The server would reject it, although the text is valid without a name.
 */
function operationNameIn(query: string, operationName: string | null | undefined): string | undefined {
  try {
    const operations = parse(query).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
    return operations.find(({ name }) => name?.value === operationName)?.name?.value;
  } catch {
    return undefined; // A syntax error: the server's response explains it.
  }
}
