import "reflect-metadata";
import fc from "fast-check";
import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  buildSchema,
  parse,
  specifiedRules,
  validate,
  visit,
} from "graphql";
import { defaultLimits } from "../../../src/core/api/limits.js";
import { needsDetails } from "../../../src/core/api/node/needs-details.js";
import { needsOneMoment } from "../../../src/core/api/server/answer-moment.js";
import { aliasLimit, depthLimit, servedOperations } from "../../../src/core/api/server/document-rules.js";
import { largestNesting } from "../../../src/core/api/server/page-sizes.js";

/*
 * Documents within the limits of tokens, depth and aliases that are as expensive as possible to walk. The cost of a walk
 * is the number of its reads of `selections`, so the speed of the machine does not matter.
 */
const schema = buildSchema(`
  type Node { key: String! label: String! size(first: Int): Int next(first: Int): Node! list(first: Int): [Node!]! }
  type Query { node: Node! nodes(first: Int): [Node!]! }
`);

/** The average number of reads of a selection set that a linear walk may need, all rules of GraphQL together. */
const readsOfSet = 20;

/** A document whose fragments spread the next one several times, at the same level and inside fields. */
const nestedFragments = fc
  .record({
    levels: fc.integer({ min: 1, max: 90 }),
    spreads: fc.integer({ min: 1, max: 4 }),
    fields: fc.integer({ min: 0, max: 3 }),
    isInline: fc.boolean(),
    directive: fc.constantFrom("", " @include(if: $yes)", " @skip(if: $no)"),
    field: fc.constantFrom("next", "list", "next(first: $first)"),
  })
  .map(({ levels, spreads, fields, isInline, directive, field }) => {
    const spread = (name: string): string =>
      (isInline ? `... on Node${directive} { ...${name} } ` : `...${name}${directive} `).repeat(spreads);
    const fragments = Array.from({ length: levels }, (_, level) => {
      const inside = level === levels - 1 ? "key" : spread(`F${level + 1}`);
      return `fragment F${level} on Node { label ${level < fields ? `${field} { ${inside} }` : inside} }`;
    });
    return `query($yes: Boolean! = true, $no: Boolean! = false, $first: Int = 2) { node { ${spread("F0")} size(first: $first) label @include(if: $yes) @skip(if: $no) } } ${fragments.join(" ")}`;
  });

/** A document that selects the same fields again and again, with and without aliases, nested as deep as allowed. */
const repeatedFields = fc
  .record({
    depth: fc.integer({ min: 1, max: defaultLimits.depth - 2 }),
    repeats: fc.integer({ min: 1, max: 200 }),
    aliases: fc.integer({ min: 0, max: defaultLimits.aliases }),
    directive: fc.constantFrom("", " @include(if: true)"),
  })
  .map(({ depth, repeats, aliases, directive }) => {
    const leaves = Array.from({ length: repeats }, (_, at) => `${at < aliases ? `a${at}: ` : ""}key${directive}`).join(
      " ",
    );
    return `{ nodes(first: 3) ${"{ list(first: 2) ".repeat(depth)} { ${leaves} } ${"}".repeat(depth)} }`;
  });

const documents = fc.oneof(nestedFragments, repeatedFields).filter((text) => {
  try {
    return Boolean(parse(text, { maxTokens: defaultLimits.tokens }));
  } catch {
    return false;
  }
});

/** Makes a document count how often its selections are read, and end a walk that reads them too often. */
function limitReads(document: DocumentNode): void {
  let [reads, sets] = [0, 0];
  visit(document, {
    SelectionSet: (set: SelectionSetNode) => {
      const { selections } = set;
      const read = (): typeof selections => {
        reads += 1;
        if (reads > readsOfSet * sets)
          throw new Error(`more than ${readsOfSet} reads for each of ${sets} selection sets`);
        return selections;
      };
      sets += 1;
      Object.defineProperty(set, "selections", { enumerable: true, get: read });
    },
  });
}

/** Everything that walks a document, one after another. */
const walks: Readonly<Record<string, (document: DocumentNode) => unknown>> = {
  "the rules of GraphQL": (document) => validate(schema, document, specifiedRules),
  "the limits of depth and aliases": (document) =>
    validate(schema, document, [servedOperations, depthLimit(defaultLimits.depth), aliasLimit(defaultLimits.aliases)]),
  "page sizes": (query) => largestNesting({ schema, query, operationName: undefined, variables: {} }),
  "the fields of nodes": (document) =>
    needsDetails({ fieldNodes: rootFields(document), fragments: fragmentsOf(document) }),
  "the moment of an answer": (document) =>
    needsOneMoment({ operation: operationOf(document), fragments: fragmentsOf(document) }),
};

const operationOf = (document: DocumentNode): OperationDefinitionNode => {
  const operation = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("the document has no operation");
  return operation;
};
const fragmentsOf = (document: DocumentNode) =>
  Object.fromEntries(
    document.definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
const rootFields = (document: DocumentNode): FieldNode[] =>
  operationOf(document).selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field] : []));

test.each(Object.entries(walks))("%s: a document is walked in time linear in its length", (_name, walk) => {
  fc.assert(
    fc.property(documents, (text) => {
      const document = parse(text);
      limitReads(document);
      expect(() => walk(document)).not.toThrow();
    }),
    { numRuns: 60 },
  );
});
