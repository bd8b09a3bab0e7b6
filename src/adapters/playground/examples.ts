import { parseExample, type Example } from "./example.js";

const files = import.meta.glob<string>("../../../schema/examples/*.graphql", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The operations of schema/examples in the order of their file names. */
export const examples: readonly Example[] = Object.entries(files)
  .sort(([left], [right]) => left.localeCompare(right, "en", { numeric: true }))
  .map(([path, text]) => parseExample(path, text));
