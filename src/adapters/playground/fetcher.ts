import type { GraphiQLProps } from "graphiql";
import { Kind, parse } from "graphql";

const ENDPOINT = "/graphql";

/**
 * Sends an operation to the server that the page came from.
 * Thrown when the answer is not JSON, as from a proxy in between; GraphiQL shows the message as the response.
 */
export const fetchFromServer: GraphiQLProps["fetcher"] = async (parameters, options) => {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...options?.headers },
    body: JSON.stringify({ ...parameters, operationName: operationNameIn(parameters.query, parameters.operationName) }),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(
      `${ENDPOINT} answered ${response.status} ${response.statusText} with something that is not JSON: ${text.slice(0, 200)}`,
    );
  }
};

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
