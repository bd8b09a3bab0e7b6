import { caseFolded } from "../../core/shared/case-folded.js";
import { sameStorageSchemes } from "../../core/shared/storage-schemes.js";
import { accessPoint, placeOfWebAddress } from "./web-address.js";

/** Stores whose buckets follow the first label of the host, as in `oss://bucket.oss-cn-hangzhou.aliyuncs.com`. */
const dottedBuckets: ReadonlySet<string> = new Set(["oss", "cos", "cosn", "swift", "swift2d"]);
/** Local folders that are the same one on every machine with the system, with the form in which they are compared. */
const sameFolders: readonly (readonly [RegExp, string])[] = [
  [/^\/(?:mnt|cygdrive)\/([a-z])(?=\/|$)/, "/$1"],
  [/^\/([a-z]):(?=\/|$)/, "/$1"],
  [/^\/system\/volumes\/data(?=\/)/, ""],
  [/^\/private(?=\/(?:tmp|var|etc)(?:\/|$))/, ""],
];
/** Local folders under which other stores are mounted. */
const mountPoint = /^\/(?:mnt|media|net|volumes|mounts?|run\/media|lakehouse)(?:\/|$)/;
/** The rest of an address from the first step with a wildcard on. */
const wildcardSteps = /[^/]*[*{[].*$/s;
/** Several addresses, or one inside another. */
const severalAddresses = /(?:[\s,;]|::)[a-z][a-z0-9+.-]+:\/\/|^[a-z0-9+.-]+::/;

/**
 * The place of a URI, in the form in which places are compared; null if it is unknown. Differences that some stores ignore,
 * such as letter case, count as none: one place treated as two would let a deletion pass, two treated as one only refuse it.
 *
 * A place `realm|/path` is comparable only with places of the same realm, because its store may be reached in other ways: a
 * relative path, a server with several names, a mounted file system. Addresses of unknown schemes have no known place.
 */
export function placeOf(uri: unknown): string | null {
  if (typeof uri !== "string" || uri.trim() === "") return null;
  const text = caseFolded(decoded(uri.trim())).replaceAll("\\", "/").replaceAll("|", ":");
  if (severalAddresses.test(text)) return null;
  const [, scheme = "", rest = text] = /^([a-z][a-z0-9+.-]+):(.*)$/s.exec(text) ?? [];
  if (scheme === "" && uri.trim().startsWith("\\\\")) return placeInStore("smb", "smb", rest);
  const store = scheme === "" ? "file" : (sameStorageSchemes[scheme] ?? scheme);
  if (store === "file") return placeOfFile(scheme === "" ? rest.replace(/^\/+/, "/") : rest);
  return placeInStore(store, scheme, rest.replace(/[?#].*$/s, ""));
}

function placeInStore(store: string, scheme: string, rest: string): string | null {
  const address = rest.replace(wildcardSteps, "");
  const [, authority = "", path = address] = /^\/\/([^/]*)(.*)$/s.exec(address) ?? [];
  const host = authority.replace(/^.*@/, "");
  const steps = resolved(path);
  switch (store) {
    case "s3":
    case "gs":
      return placeInBucket(store, bucketOf(scheme, authority), steps);
    case "arn":
      return placeInBucket("s3", /^aws[a-z-]*:s3:::([^/:]+)/.exec(address)?.[1] ?? "", steps.replace(/^[^/]*\/?/, ""));
    case "azure":
      return placeInAzure(authority, steps);
    case "hdfs":
      // A cluster has the names of its nodes and of its service. Its paths are the same under all of them.
      return host === "" ? null : placed("hdfs://", steps);
    case "https":
      return host === "" ? null : placeOfWebAddress(host.replace(/\.?(?::(?:80|443))?$/, ""), steps);
    case "ssh":
    case "ftp":
    case "smb":
      return host === "" || steps.startsWith("~") ? null : placed(`${store}://${host}|`, steps);
    case "dbfs":
      return placeInDatabricks(steps);
    default:
      return null;
  }
}

function placeOfFile(address: string): string | null {
  const [, host = "", path = address] = /^\/\/([^/]*)(.*)$/s.exec(address) ?? [];
  if (/^[a-z]:$/.test(host)) return placeOfFile(`/${host}${path}`);
  if (host !== "" && !/^(?:localhost|127\.0\.0\.1|[.~].*)$/.test(host)) return placeInStore("smb", "smb", address);
  // A member of an archive, such as `a.zip#b` or `a.jar!/b`, is contained in it.
  const local = `${/^[.~]/.test(host) ? host : ""}${path}`.replace(/[#?!]/g, "/$&").replace(wildcardSteps, "");
  const isAbsolute = local.startsWith("/") || /^[a-z]:\//.test(local);
  if (!isAbsolute) return placed("relative|", resolved(local));
  const [form, same] = sameFolders.find(([other]) => other.test(`/${resolved(local)}`)) ?? [];
  const folder = form && same !== undefined ? `/${resolved(local)}`.replace(form, same) : `/${resolved(local)}`;
  const [, store, steps = ""] = /^\/(dbfs|gcs)(?:\/(.*))?$/s.exec(folder) ?? [];
  if (store === "dbfs") return placeInDatabricks(steps);
  if (store === "gcs") return placeInBucket("gs", steps.replace(/\/.*$/s, ""), steps.replace(/^[^/]*\/?/, ""));
  return placed(mountPoint.test(folder) ? "mount|" : "file://", resolved(folder));
}

function bucketOf(scheme: string, authority: string): string {
  if (scheme === "oci") return authority.replace(/@.*$/, "");
  const host = authority.replace(/^.*@/, "");
  return dottedBuckets.has(scheme) ? host.replace(/\..*$/, "") : host;
}

function placeInBucket(store: string, bucket: string, steps: string): string | null {
  if (bucket === "" || bucket.includes(":") || accessPoint.test(bucket)) return null;
  return placed(`${store}://${bucket}`, steps);
}

/** The account makes no difference, because many addresses do not contain it. */
function placeInAzure(authority: string, steps: string): string | null {
  const [, container, account = authority] = /^([^@]*)@(.*)$/.exec(authority) ?? [];
  if (container !== undefined)
    return /\.core\./.test(account) && container !== "" ? placed(`azure://${container}`, steps) : null;
  if (/\.core\./.test(account)) return steps === "" ? null : `azure://${steps}`;
  const store = account.replace(/\.azuredatalakestore\.net$/, "");
  return store === "" || /[.:]/.test(store) ? null : placed(`azure://${store}`, steps);
}

/** Folders that are mounted, and volumes, are stored elsewhere. */
function placeInDatabricks(steps: string): string | null {
  return /^(?:mnt|volumes)(?:\/|$)/.test(steps) ? null : placed("dbfs|", steps);
}

function placed(root: string, steps: string): string {
  return steps === "" ? root : `${root}/${steps}`;
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

/** A URI without percent-encoding, and with spaces for plus signs, as some stores read them. */
function decoded(uri: string): string {
  return uri
    .replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
      try {
        return decodeURIComponent(encoded);
      } catch {
        return encoded;
      }
    })
    .replaceAll("+", " ");
}
