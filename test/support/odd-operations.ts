import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from "graphql";

/** The values that all arguments of an operation get, by scalar. */
export interface OddValues {
  readonly text: string;
  readonly int: number;
  readonly float: number;
  readonly bigInt: number | string;
  readonly time: string;
}

export interface OddOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const ordinary: OddValues = { text: "odd", int: 1, float: 0.5, bigInt: 1, time: "2026-01-02T03:04:05Z" };
const oddTexts: Readonly<Record<string, string>> = {
  "an empty text": "",
  "white space": " \t ",
  "an unpaired surrogate": "a\ud800b",
  "a NUL character": "a\u0000b",
  "control characters": "a\u0007\u001b[31m\nb",
  "right-to-left text": "\u202eabc\u202c شجرة",
  "zero-width characters": "a\u200b\u200d\ufeffb",
  "a long text": "x".repeat(20_000),
  "percent signs and quotes": `%ED%A0%80%"'\\\`{}`,
};
const oddNumbers: Readonly<Record<string, Partial<OddValues>>> = {
  "negative numbers": { int: -1, float: -1, bigInt: -1, time: "0000-01-01T00:00:00Z" },
  "the greatest numbers": {
    int: 2_147_483_647,
    float: Number.MAX_VALUE,
    bigInt: "9007199254740991",
    time: "9999-12-31T23:59:59.999999999Z",
  },
  "numbers out of range": {
    int: 2_147_483_648,
    float: -Number.MAX_VALUE,
    bigInt: "9007199254740993",
    time: "2026-02-30T00:00:00Z",
  },
  fractions: { int: 1.5, float: 5e-324, bigInt: 0.5, time: "2026-01-02T03:04:05.5+23:59" },
};

/** Every case, by its name. */
export const oddCases: ReadonlyMap<string, OddValues> = new Map([
  ...Object.entries(oddTexts).map(([name, text]) => [name, { ...ordinary, text }] as const),
  ...Object.entries(oddNumbers).map(([name, numbers]) => [name, { ...ordinary, ...numbers }] as const),
]);

/** Names whose values are kept apart from those of other tests. */
const owners: readonly string[] = ["namespace", "repository"];

/** Builds operations whose arguments have odd values. */
export class OddOperations {
  readonly #namespace: string;
  readonly #odd: OddValues;
  /** Selects the optional fields: each is set in one of two rounds. */
  readonly #round: number;
  #choices = 0;

  constructor(namespace: string, odd: OddValues, round: number) {
    this.#namespace = namespace;
    this.#odd = odd;
    this.#round = round;
  }

  /** The operation of a root field. */
  of(operation: "query" | "mutation", field: GraphQLField<unknown, unknown>): OddOperation {
    const args = field.args.filter((argument) => isRequiredArgument(argument) || this.#isChosen());
    const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(", ");
    const passed = args.map(({ name }) => `${name}: $${name}`).join(", ");
    return {
      query: `${operation}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`} ${leavesOf(field.type)} }`,
      variables: Object.fromEntries(args.map(({ name, type }) => [name, this.valueOf(type, name)])),
    };
  }

  /** The value of an argument or an input field. */
  valueOf(type: GraphQLInputType, name: string): unknown {
    const inner = getNullableType(type);
    if (isListType(inner)) return [this.valueOf(inner.ofType, name)];
    if (isEnumType(inner)) return inner.getValues()[0]?.name;
    if (isInputObjectType(inner)) {
      const fields = Object.values(inner.getFields());
      const only = this.#choices++ % fields.length;
      const given = fields.filter((field, index) =>
        inner.isOneOf ? index === only : isRequiredInputField(field) || this.#isChosen(),
      );
      return Object.fromEntries(given.map((field) => [field.name, this.valueOf(field.type, field.name)]));
    }
    switch (inner.name) {
      case "Int":
        return this.#odd.int;
      case "Float":
        return this.#odd.float;
      case "BigInt":
        return this.#odd.bigInt;
      case "DateTime":
        return this.#odd.time;
      case "Boolean":
        return true;
      default:
        return this.#textFor(name);
    }
  }

  #textFor(name: string): string {
    const { text } = this.#odd;
    if (text === ordinary.text && /digest/i.test(name)) return `sha256:${"ab".repeat(32)}`;
    return owners.includes(name) && text !== "" ? `${this.#namespace}${text}` : text;
  }

  #isChosen(): boolean {
    return this.#choices++ % 2 === this.#round;
  }
}

/** The scalar fields of an object, and the type names of the objects in it. */
function leavesOf(type: GraphQLOutputType): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return "";
  if (!isObjectType(named)) return "{ __typename }";
  return `{ __typename ${simpleFields(named).join(" ")} }`;
}

function simpleFields(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter(({ args }) => !args.some(isRequiredArgument))
    .map(({ name, type: given }) => (isLeafType(getNamedType(given)) ? name : `${name} { __typename }`));
}
