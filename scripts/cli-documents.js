// Types of the CLI's GraphQL documents, generated from the schema.
import { generate } from "@graphql-codegen/cli";
import { buildSchema, getNamedType, isAbstractType, Kind, parse, print, visit } from "graphql";

const folder = "src/adapters/cli/generated/";

/** JSON's types of the scalars. A scalar without a type is refused, so that none becomes `any`. */
const scalars = {
  BigInt: { input: "number | string", output: "number" },
  DateTime: "string",
  JSONObject: "Readonly<Record<string, unknown>>",
};

/**
 * Generates the types of all documents in the sources of the CLI. Writes nothing.
 * @param {string} schemaText the schema as printed
 * @returns {Promise<{ path: string; content: string }[]>} the files of the generated folder
 */
export async function generateCliDocuments(schemaText) {
  const schema = buildSchema(schemaText);
  const files = await generate(
    {
      schema: withoutDescriptions(schemaText),
      documents: ["src/adapters/cli/**/*.ts", `!${folder}**`],
      silent: true,
      generates: {
        [folder]: {
          preset: "client",
          presetConfig: {
            fragmentMasking: false,
            skipIndexFile: true,
            onExecutableDocumentNode: (document) => answerOf(document, schema),
          },
          config: {
            documentMode: "string",
            importExtension: ".js",
            useTypeImports: true,
            arrayInputCoercion: false,
            immutableTypes: true,
            strictScalars: true,
            scalars,
          },
        },
      },
    },
    false,
  );
  return files.map(({ filename, content }) => ({ path: filename, content }));
}

/** The types change only with what they describe, not with its wording. */
function withoutDescriptions(schemaText) {
  const enter = ({ description, ...node }) => (description ? node : undefined);
  return print(visit(parse(schemaText), { enter }));
}

/** The fields that every answer to the document has, nested as in the answer. The client refuses any other answer. */
function answerOf({ definitions }, schema) {
  const operation = definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (!operation) return undefined;
  const fragments = new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each]),
  );
  const fieldsOf = ({ selections }, type) =>
    Object.assign(
      {},
      ...selections.filter(({ directives }) => !directives?.length).map((each) => ofSelection(each, type)),
    );
  const ofSelection = (selection, type) => {
    if (selection.kind === Kind.FIELD) return { [(selection.alias ?? selection.name).value]: ofField(selection, type) };
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    return appliesTo(fragment, type) ? fieldsOf(fragment.selectionSet, type) : {};
  };
  const ofField = ({ name, selectionSet }, type) =>
    selectionSet ? fieldsOf(selectionSet, getNamedType(type.getFields()[name.value].type)) : true;
  const appliesTo = ({ typeCondition }, type) => {
    const condition = typeCondition ? schema.getType(typeCondition.name.value) : type;
    return condition === type || (isAbstractType(condition) && schema.isSubType(condition, type));
  };
  return { answer: fieldsOf(operation.selectionSet, schema.getRootType(operation.operation)) };
}
