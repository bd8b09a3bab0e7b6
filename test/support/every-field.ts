import {
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
} from "graphql";

/** The types of all six kinds of lineage nodes. */
export function lineageTypes(schema: GraphQLSchema): readonly GraphQLObjectType[] {
  const type = schema.getType("LineageNode");
  if (!isInterfaceType(type)) throw new TypeError("LineageNode is not an interface");
  return schema.getImplementations(type).objects;
}

/** A selection of every field of a type, to a depth. Of an abstract type, every field of each type that it can be. */
export function everyField(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const fragments = schema
      .getPossibleTypes(type)
      .map((each) => `... on ${each.name} ${everyField(schema, each, depth)}`);
    return `{ __typename ${fragments.join(" ")} }`;
  }
  if (!isObjectType(type)) return "";
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    if (isLeafType(inner)) return [field.name];
    return depth > 0 ? [`${field.name} ${everyField(schema, inner, depth - 1)}`] : [];
  });
  return `{ __typename ${fields.join(" ")} }`;
}
