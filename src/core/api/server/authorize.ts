import { type GraphQLField, type GraphQLSchema, defaultFieldResolver } from "graphql";
import type { RequestContext } from "../context.js";
import { type Role, requireRole, roles } from "../principal.js";

/**
 * Guards every root field with the role that it declares in `@Extensions({ role })`. A middleware on every field would
 * make large responses many times slower.
 * @throws TypeError when a root field declares no role, so that none is served without one by mistake.
 */
export function authorizeRootFields(schema: GraphQLSchema): GraphQLSchema {
  const rootTypes = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of rootTypes) {
    for (const field of Object.values<RootField>(type?.getFields() ?? {}))
      guard(field, roleOf(`${type?.name}.${field.name}`, field.extensions.role));
  }
  return schema;
}

type RootField = GraphQLField<unknown, RequestContext, unknown>;

function guard(field: RootField, role: Role): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  field.resolve = (root, args, context, info) => {
    requireRole(context.principal, role, field.name);
    return resolve(root, args, context, info);
  };
}

function roleOf(place: string, named: unknown): Role {
  const role = roles.find((known) => known === named);
  if (!role)
    throw new TypeError(`${place} must declare its role with @Extensions({ role: … }), one of ${roles.join(", ")}`);
  return role;
}
