/** Schemes of addresses that name a thing instead of a place. Its bytes may be anywhere. */
const logicalSchemes = new Set(["runs", "models", "mlflow-artifacts"]);
/** Schemes that name the same store. */
const sameSchemes: Readonly<Record<string, string>> = { s3a: "s3", s3n: "s3", wasbs: "wasb", abfss: "abfs" };

/**
 * The place of a URI, in a form in which places are compared: without differences of scheme variants, letter case of
 * scheme and host, repeated and trailing slashes. Null if the place is unknown.
 */
export function placeOf(uri: unknown): string | null {
  if (typeof uri !== "string" || uri === "") return null;
  const [, scheme = "file", rest = uri] = /^([A-Za-z][A-Za-z0-9+.-]+):(.*)$/s.exec(uri) ?? [];
  const store = sameSchemes[scheme.toLowerCase()] ?? scheme.toLowerCase();
  if (logicalSchemes.has(store)) return null;
  const [, host = "", path = rest] = /^\/\/([^/]*)(.*)$/s.exec(rest) ?? [];
  const parts = decoded(path)
    .normalize("NFC")
    .split("/")
    .filter((part) => part !== "" && part !== ".");
  const isRelative = store === "file" && host === "" && !path.startsWith("/");
  return `${store}://${host.toLowerCase()}${isRelative ? "" : "/"}${parts.join("/")}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
