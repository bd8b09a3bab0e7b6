import type { GraphiQLProps } from "graphiql";

const ENDPOINT = "/graphql";

/**
 * Sends an operation to the server that the page came from.
 * Thrown when the answer is not JSON, as from a proxy in between; GraphiQL shows the message as the response.
 */
export const fetchFromServer: GraphiQLProps["fetcher"] = async (parameters, options) => {
  const response = await fetch(ENDPOINT, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...options?.headers },
    body: JSON.stringify(parameters),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${ENDPOINT} answered ${response.status} ${response.statusText} with something that is not JSON: ${text.slice(0, 200)}`);
  }
};
