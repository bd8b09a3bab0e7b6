/** Names of access points of S3, which lead to a bucket with another name. */
export const accessPoint = /(?:-s3alias|--ol-s3)$/;
const azureHost = /^[^.]+\.(?:blob|dfs)\.core\.(?:windows\.net|chinacloudapi\.cn|usgovcloudapi\.net|cloudapi\.de)$/;
const googleHost =
  /^(?:(.+)\.)?(?:storage(?:-download)?\.googleapis\.com|storage\.cloud\.google\.com|commondatastorage\.googleapis\.com)$/;
const googleApi = /^(?:download\/)?storage\/v1\/b\/([^/]+)\/o\/(.+)$/s;
const s3Host =
  /^(?:(.+)\.)?s3(?:-fips|-accelerate|-website)?(?:\.dualstack)?(?:[.-][a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?$/;

/**
 * The place of a web address without its query: that of the bucket or container behind it, or else of the server, whose
 * places are comparable only with each other. The forms of addresses of buckets are listed in full: an unlisted one is
 * comparable with no bucket.
 */
export function placeOfWebAddress(host: string, steps: string): string {
  const [api, apiBucket = "", object = ""] = googleApi.exec(steps) ?? [];
  if (api !== undefined && /^(?:www|storage)\.googleapis\.com$/.test(host)) return `gs://${apiBucket}/${object}`;
  const forms = [
    ["s3", s3Host],
    ["gs", googleHost],
  ] as const;
  for (const [store, form] of forms) {
    const [matched, bucket] = form.exec(host) ?? [];
    const address = bucket === undefined ? steps : `${bucket}/${steps}`.replace(/\/$/, "");
    if (matched !== undefined && address !== "" && !accessPoint.test(address.replace(/\/.*$/s, "")))
      return `${store}://${address}`;
  }
  if (azureHost.test(host) && steps.includes("/")) return `azure://${steps}`;
  return `https://${host}|${steps === "" ? "" : `/${steps}`}`;
}
