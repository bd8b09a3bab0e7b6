import { revisionOf } from "../reproduction/script/recipe.js";

/** The compared fields of a commit. */
export interface ComparedCommit {
  readonly repository: string;
  readonly sha: string;
}

const forges = [
  { host: /(^|\.)github\./, path: "compare" },
  { host: /(^|\.)gitlab\./, path: "-/compare" },
] as const;

/**
 * The URL at which GitHub or GitLab shows the difference between two commits; null unless both are different commits of
 * one repository that is hosted there.
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

/** Normalises `https://host/path`, `ssh://git@host/path`, `git@host:path` and `host/path` to one repository, without `.git`. */
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
