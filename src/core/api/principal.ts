import { ForbiddenError, InvalidInputError } from "../shared/errors.js";

/** The roles that a principal may have. */
export const roles = ["reader", "writer", "releaser", "deleter", "admin"] as const;
export type Role = (typeof roles)[number];

/** The caller of a request. */
export interface Principal {
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}

/** Identifies the caller from the headers of a request. Asynchronous, because checking a token may query another service. */
export type Identify = (header: (name: string) => string | undefined) => Promise<Principal>;

export const principalHeader = "x-lineage-principal";

/**
 * Trusts the name in the header and grants every role. Use it only for a server that untrusted callers cannot reach.
 * @throws InvalidInputError when the ledger cannot store the name.
 */
export const identifyByHeader: Identify = async (header) => {
  const name = decodeName(header(principalHeader) ?? "local");
  // eslint-disable-next-line no-control-regex -- the pattern looks for control characters
  if (name === "" || name.length > 200 || /[\u0000-\u001f\u007f]/.test(name)) {
    throw new InvalidInputError(
      `the header ${principalHeader} is ${JSON.stringify(name.slice(0, 80))}; it must be a name of 1 to 200 characters without control characters`,
    );
  }
  return { name, roles: new Set(roles) };
};

/** HTTP delivers header bytes as Latin-1; clients send UTF-8. */
function decodeName(value: string): string {
  const text = Buffer.from(value, "latin1").toString("utf8");
  return (text.includes("\ufffd") ? value : text).trim();
}

/** @throws ForbiddenError when the principal does not have the role that the field requires. */
export function requireRole(principal: Principal, role: Role, field: string): void {
  if (!principal.roles.has(role))
    throw new ForbiddenError(`${field} requires the role ${role}, which ${principal.name} does not have`, { role });
}
