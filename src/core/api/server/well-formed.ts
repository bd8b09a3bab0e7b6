import { GraphQLError } from "graphql";

/**
 * Refuses variables with an unpaired surrogate, which has no UTF-8 form: it can be neither stored nor part of a key. In a
 * document, the parser refuses it.
 * @throws GraphQLError that names the variable.
 */
export function requireWellFormed(variables: Readonly<Record<string, unknown>>): void {
  // A list instead of a recursion, because a body may nest deeper than the stack.
  const rest = Object.entries(variables).map(([name, value]) => ({ place: `$${name}`, value }));
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { place, value } = next;
    if (typeof value === "string" && !value.isWellFormed()) throw illFormed(place);
    if (typeof value !== "object" || value === null) continue;
    for (const [name, item] of Object.entries(value)) {
      if (!name.isWellFormed()) throw illFormed(place);
      rest.push({ place: Array.isArray(value) ? `${place}[${name}]` : `${place}.${name}`, value: item });
    }
  }
}

function illFormed(place: string): GraphQLError {
  return new GraphQLError(
    `the variable ${place.slice(0, 200)} contains an unpaired surrogate, which is not a character`,
    {
      extensions: { code: "BAD_USER_INPUT", http: { status: 400 } },
    },
  );
}
