/**
 * The address of a remote without user names and passwords. The user that ssh needs to connect (`git@`) is not secret
 * and is kept.
 */
export function withoutCredentials(address: string): string {
  return address
    .replace(/^(ssh|git\+ssh):\/\/([^/@:]*):[^/]*@/i, "$1://$2@")
    .replace(/^(?!ssh:|git\+ssh:|file:)([a-z][a-z0-9+.-]*):\/\/[^/?#]*@/i, "$1://");
}

/**
 * The namespace for a repository: host and path of its remote, equal for ssh and https. Null for a remote on the local
 * disk, whose path has no meaning on other machines.
 */
export function namespaceOfRemote(address: string): string | null {
  const url = /^(?!file:)[a-z][a-z0-9+.-]*:\/\/(?:[^/]*@)?([^/:?#]+)(?::\d+)?\/([^?#]+)/i.exec(address);
  const scp = /^(?:[^/@:]+@)?([^/:]+):(?!\/\/)([^?#]+)/.exec(address);
  const [, host, path] = url ?? scp ?? [];
  const name = path?.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  return host !== undefined && name ? `${host.toLowerCase()}/${name}` : null;
}
