const mask = "****";
const reference = /^\$\{[A-Z0-9_]+\}$/;

/**
 * Masks passwords and tokens in the addresses of a text (`https://user:secret@host` becomes `https://user:****@host`),
 * so that they are neither stored nor shown. References such as `${TOKEN}` remain, because they are not secrets.
 */
export function redactCredentials(text: string): string {
  const [first = "", ...rest] = text.split("://");
  const schemes = [first, ...rest];
  const parts = rest.map((part, at) => redactAuthority(part, /ssh$/i.test(schemes[at] ?? "")));
  return [first, ...parts].join("://");
}

function redactAuthority(text: string, isSsh: boolean): string {
  const end = text.search(/[/?#\s"'`]/);
  const authority = end < 0 ? text : text.slice(0, end);
  const at = authority.lastIndexOf("@");
  return at < 0 ? text : redactUser(authority.slice(0, at), isSsh) + text.slice(at);
}

/** A user name without a password is a token (`https://ghp_…@github.com`), except `git`, which every git server uses. */
function redactUser(userInfo: string, isSsh: boolean): string {
  const colon = userInfo.indexOf(":");
  const secret = colon < 0 ? userInfo : userInfo.slice(colon + 1);
  const isPublic = secret === "" || reference.test(secret) || (colon < 0 && (isSsh || secret === "git"));
  return isPublic ? userInfo : userInfo.slice(0, colon + 1) + mask;
}
