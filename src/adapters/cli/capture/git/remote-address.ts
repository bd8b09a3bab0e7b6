/**
 * The address of a remote without user names and passwords. What ssh needs to connect (`git@`) is no secret and stays.
 */
export function withoutCredentials(address: string): string {
  return address
    .replace(/^(ssh|git\+ssh):\/\/([^/@:]*):[^/]*@/i, "$1://$2@")
    .replace(/^(?!ssh:|git\+ssh:|file:)([a-z][a-z0-9+.-]*):\/\/[^/?#]*@/i, "$1://");
}

/**
 * Who owns the names of a repository: host and path of its remote, the same whether it is reached by ssh or https. Null
 * for a remote on this machine's disk, which nobody else knows by that path.
 */
export function namespaceOfRemote(address: string): string | null {
  const url = /^(?!file:)[a-z][a-z0-9+.-]*:\/\/(?:[^/]*@)?([^/:?#]+)(?::\d+)?\/([^?#]+)/i.exec(address);
  const scp = /^(?:[^/@:]+@)?([^/:]+):(?!\/\/)([^?#]+)/.exec(address);
  const [, host, path] = url ?? scp ?? [];
  const name = path?.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  return host !== undefined && name ? `${host.toLowerCase()}/${name}` : null;
}
