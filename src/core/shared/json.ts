/** What a JSON text says; undefined where it is no JSON, for the caller to say so in its own words. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
