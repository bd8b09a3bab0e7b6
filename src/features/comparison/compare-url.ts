import { revisionOf } from "../reproduction/script/recipe.js";

/** A commit, as far as a comparison needs it. */
export interface ComparedCommit {
  readonly repository: string;
  readonly sha: string;
}

const forges = [
  { host: /(^|\.)github\./, path: "compare" },
  { host: /(^|\.)gitlab\./, path: "-/compare" },
] as const;

/**
 * Where a GitHub or a GitLab shows what lies between two commits; null where the commits are not two of one repository
 * that is known to be on one of these.
 */
export function compareUrl(left: ComparedCommit, right: ComparedCommit): string | null {
  const home = readRepository(left.repository);
  const other = readRepository(right.repository);
  const [from, to] = [revisionOf(left.sha), revisionOf(right.sha)];
  if (
    !home ||
    !other ||
    home.host !== other.host ||
    home.path !== other.path ||
    from === to ||
    ![from, to].every(isHash)
  )
    return null;
  const forge = forges.find(({ host }) => host.test(home.host));
  return forge ? `https://${home.host}/${home.path}/${forge.path}/${from}...${to}` : null;
}

function isHash(sha: string): boolean {
  return /^[0-9a-f]{7,64}$/i.test(sha);
}

/** `https://host/path`, `ssh://git@host/path`, `git@host:path` and `host/path` are one repository; `.git` at the end says nothing. */
function readRepository(address: string): { readonly host: string; readonly path: string } | null {
  const bare = address.replace(/\/+$/, "").replace(/\.git$/, "");
  const match =
    /^(?:(?:https?|ssh|git):\/\/)?(?:[^@/\s]+@)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?::\d+)?[/:]([\w.~-]+(?:\/[\w.~-]+)+)$/i.exec(
      bare,
    );
  const [, host, path] = match ?? [];
  if (host === undefined || path === undefined || path.split("/").some((part) => part === "." || part === ".."))
    return null;
  return { host: host.toLowerCase(), path };
}
