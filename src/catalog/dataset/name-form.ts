import { createHash } from "node:crypto";
import { caseFolded } from "../../core/shared/case-folded.js";
import { sameStorageSchemes } from "../../core/shared/storage-schemes.js";

/** Schemes that name the same kind of storage. */
const sameSchemes: Readonly<Record<string, string>> = {
  ...sameStorageSchemes,
  viewfs: "hdfs",
  postgresql: "postgres",
};
const defaultPorts: Readonly<Record<string, string>> = {
  postgres: "5432",
  mysql: "3306",
  mssql: "1433",
  redshift: "5439",
  oracle: "1521",
  mongodb: "27017",
  cassandra: "9042",
  hdfs: "8020",
  https: "443",
};
/** A longer form is stored as its digest, because the database indexes texts of at most 8,000 bytes. */
const maxIndexedLength = 1_000;

/**
 * The form in which the names of datasets are compared to find those that may be one dataset. Letter case, Unicode forms,
 * repeated and trailing slashes, variants of a scheme and default ports make no difference, nor does the point at which a
 * name is divided into namespace and name. Equal forms are a hint for a person, and join nothing.
 */
export function nameFormOf(namespace: string, name: string): string {
  const text = caseFolded(`${namespace}/${name}`).replace(/\/+/g, "/").replace(/\/$/, "");
  const form = text.startsWith("/") ? `file${text}` : text.replace(/^([a-z][a-z0-9+.-]*):?\/(.*)$/s, canonical);
  return form.length > maxIndexedLength ? createHash("sha256").update(form).digest("hex") : form;
}

function canonical(_: string, scheme: string, rest: string): string {
  const store = sameSchemes[scheme] ?? scheme;
  const [, server = "", path = ""] = /^([^/]*)(.*)$/s.exec(rest) ?? [];
  if (store === "file" && server === "localhost") return `file${path}`;
  return `${store}/${serverOf(store, server)}${path}`;
}

/** A server without its default port, and an Azure account without the domain of one of its interfaces. */
function serverOf(store: string, server: string): string {
  if (store === "azure") return server.replace(/\.(?:blob|dfs)\.core\.windows\.net$/, "");
  const port = `:${defaultPorts[store] ?? ""}`;
  return server.endsWith(port) ? server.slice(0, -port.length) : server;
}
