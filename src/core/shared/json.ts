/** Parses JSON. Returns undefined if the text is not JSON, so that the caller can report it. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
