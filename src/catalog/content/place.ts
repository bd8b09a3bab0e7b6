import { sameStorageSchemes } from "../../core/shared/storage-schemes.js";

/** Schemes of addresses that name a thing instead of a place. Its bytes may be anywhere. */
const logicalSchemes: ReadonlySet<string> = new Set(["runs", "models", "mlflow-artifacts"]);
/** Schemes of stores that an address may leave out, so that the configuration of the reader decides. */
const impliedStores: ReadonlySet<string> = new Set(["hdfs", "viewfs"]);
/** Other addresses of a store, with the form in which they are compared. */
const sameAddresses: readonly (readonly [RegExp, string])[] = [
  [/^https:\/\/s3[.-][^/]*amazonaws\.com\//, "s3://"],
  [/^https:\/\/([^/]+)\.s3[.-][^/]*amazonaws\.com\//, "s3://$1/"],
  [/^arn:\/\/\/aws[a-z-]*:s3:::/, "s3://"],
  [/^https:\/\/storage\.(?:googleapis|cloud\.google)\.com\//, "gs://"],
  [/^https:\/\/([^/]+)\.storage\.googleapis\.com\//, "gs://$1/"],
  [/^https:\/\/([^./]+)\.(?:blob|dfs)\.core\.windows\.net\//, "azure://$1/"],
  [/^azure:\/\/([^@/]+)@([^./]+)\.(?:blob|dfs)\.core\.windows\.net\//, "azure://$2/$1/"],
  [/^file:\/\/\/dbfs\//, "dbfs:///"],
];

/**
 * The place of a URI, in the form in which places are compared; null if it is unknown. Differences that some stores ignore,
 * as of letter case, count as none: one place taken for two would let a deletion pass, two taken for one only refuse it.
 * A relative path is `relative:…`, for its base is unknown.
 */
export function placeOf(uri: unknown): string | null {
  if (typeof uri !== "string" || uri.trim() === "") return null;
  const text = decoded(uri.trim()).normalize("NFC").toLowerCase();
  const [, scheme = "", rest = text] = /^([a-z][a-z0-9+.-]+):(.*)$/s.exec(text) ?? [];
  if (scheme === "" && !rest.startsWith("/")) return `relative:${resolved(rest)}`;
  const store = scheme === "" ? "file" : (sameStorageSchemes[scheme] ?? scheme);
  const [, host = "", path = rest] =
    /^\/\/([^/]*)(.*)$/s.exec(store === "file" ? rest : rest.replace(/[?#].*$/s, "")) ?? [];
  if (logicalSchemes.has(store) || (host === "" && impliedStores.has(store))) return null;
  const address = `${store}://${serverOf(store, host)}/${resolved(path)}`;
  const [form, canonical] = sameAddresses.find(([other]) => other.test(address)) ?? [];
  return form && canonical ? address.replace(form, canonical) : address;
}

function serverOf(store: string, host: string): string {
  if (store === "file") return host === "localhost" ? "" : host;
  return store === "https" ? host.replace(/^.*@/, "").replace(/:(?:80|443)$/, "") : host;
}

/** A path without empty steps, `.` and `..`. */
function resolved(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function decoded(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}
