/** What a principal may do; see the table of roles in the README. */
export type Role = "reader" | "writer" | "releaser" | "deleter" | "admin";

/** Who calls. */
export interface Principal {
  readonly name: string;
  readonly roles: ReadonlySet<Role>;
}
