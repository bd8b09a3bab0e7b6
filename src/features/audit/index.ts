import { AuditResolver } from "./audit.resolver.js";

export { entrySource } from "./audit.repository.js";

export const auditResolvers = [AuditResolver] as const;
