import { registerEnumType } from "type-graphql";

/** The object form of an enumeration, as the schema builder and zod take it. */
type EnumObject<Value extends string> = { readonly [Name in Value]: Name };

/**
 * Registers a GraphQL enum for a list of values. The list is the only declaration of the values and of their order. A value
 * without a description does not compile.
 */
export function graphqlEnum<const Value extends string>(
  values: readonly Value[],
  options: { readonly name: string; readonly description: string; readonly values: Readonly<Record<Value, string>> },
): EnumObject<Value> {
  const object: Readonly<Record<string, string>> = Object.fromEntries(values.map((value) => [value, value]));
  registerEnumType(object, {
    name: options.name,
    description: options.description,
    valuesConfig: Object.fromEntries(values.map((value) => [value, { description: options.values[value] }])),
  });
  if (!isEnumObject(object, values)) throw new TypeError(`the enum ${options.name} has no values`);
  return object;
}

function isEnumObject<Value extends string>(
  object: Readonly<Record<string, string>>,
  values: readonly Value[],
): object is EnumObject<Value> {
  return values.length > 0 && values.every((value) => object[value] === value);
}
