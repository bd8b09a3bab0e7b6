import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** A place of the schema that has, or should have, a description. */
export interface DescribedPlace {
  readonly place: string;
  /** Empty if the place has no description. */
  readonly text: string;
}

const builtIn: ReadonlySet<string> = new Set(["String", "Int", "Float", "Boolean", "ID"]);

/** Every type, field, argument and value of the schema, except what GraphQL itself defines. */
export function describedPlaces(schema: GraphQLSchema): DescribedPlace[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__") && !builtIn.has(name))
    .flatMap((type) => [placeOf(type.name, type), ...placesIn(type)]);
}

function placesIn(type: GraphQLNamedType): DescribedPlace[] {
  if (isEnumType(type)) return type.getValues().map((value) => placeOf(`${type.name}.${value.name}`, value));
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((field) => placeOf(`${type.name}.${field.name}`, field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    placeOf(`${type.name}.${field.name}`, field),
    ...field.args.map((arg) => placeOf(`${type.name}.${field.name}(${arg.name})`, arg)),
  ]);
}

function placeOf(place: string, { description }: { readonly description?: string | null | undefined }): DescribedPlace {
  return { place, text: description?.trim() ?? "" };
}
