import { type GraphQLInputObjectType, type GraphQLSchema, getNullableType, isInputObjectType } from "graphql";

/**
 * Makes each input with `@Extensions({ oneOf: true })` a OneOf Input Object, which the schema builder does not support: the
 * validation then refuses an input with no field or several.
 * @throws TypeError when a field of such an input is required or has a default.
 */
export function requireOneField(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isInputObjectType)) {
    if (type.extensions.oneOf !== true) continue;
    requireOptionalFields(type);
    type.isOneOf = true;
  }
  return schema;
}

function requireOptionalFields(type: GraphQLInputObjectType): void {
  for (const { name, type: given, defaultValue } of Object.values(type.getFields())) {
    if (getNullableType(given) !== given || defaultValue !== undefined)
      throw new TypeError(
        `${type.name}.${name} must be optional without a default, because its input is a OneOf Input`,
      );
  }
}
