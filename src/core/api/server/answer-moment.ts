import {
  type FieldNode,
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
  defaultFieldResolver,
  isIntrospectionType,
  isObjectType,
} from "graphql";
import type { Moment } from "../../graph/moment.js";
import { readAsOf } from "../as-of.js";
import type { RequestContext } from "../context.js";
import { openCursor, sealCursor } from "../sealed-cursor.js";
import { type Fragments, selectedFields } from "../selected-fields.js";

/*
 * Which moment a field describes is decided here, and nowhere else. Resolvers receive a context whose reader and loaders
 * are bound to the moment:
 *
 * - `asOf` sets the moment of a field and of everything inside it;
 * - cursors carry the moment of their answer, so the pages of one question describe one moment;
 * - an operation with several root fields, or with cursors, is answered as of its last committed write;
 * - any other operation describes the present.
 */
const cursorArguments = ["after", "before"] as const;
const cursorFields = new Set(["cursor", "startCursor", "endCursor"]);

type Field = GraphQLField<unknown, RequestContext, Record<string, unknown>>;
type Resolve = GraphQLFieldResolver<unknown, RequestContext, Record<string, unknown>>;

/** Makes every field of a schema answer as of its moment. */
export function answerAtMoments(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const isQuery = type === schema.getQueryType();
    for (const field of Object.values<Field>(type.getFields())) {
      if (cursorFields.has(field.name)) field.resolve = sealing(field);
      // Fields without a resolver read a property of their object.
      else if (field.resolve) field.resolve = isQuery ? pinned(atMoment(field.resolve)) : atMoment(field.resolve);
    }
  }
  return schema;
}

function sealing({ resolve = defaultFieldResolver }: Field): Resolve {
  return (source, args, context, info) => {
    const moment = context.moments.contextAt(info.path)?.graph.moment;
    const cursor: unknown = resolve(source, args, context, info);
    return moment && typeof cursor === "string" ? sealCursor(cursor, moment) : cursor;
  };
}

function atMoment(resolve: Resolve): Resolve {
  return (source, args, context, info) => {
    const { moment, plain } = readArguments(args);
    const at = moment ? context.moments.set(info.path, moment) : context.moments.contextAt(info.path);
    return resolve(source, plain, at ?? context, info);
  };
}

/** The moment that arguments name, and the arguments with cursors as resolvers read them. `asOf` precedes that of a cursor. */
function readArguments(args: Record<string, unknown>): { moment?: Moment | undefined; plain: Record<string, unknown> } {
  let moment: Moment | undefined;
  let plain = args;
  for (const name of cursorArguments) {
    const cursor = args[name];
    if (typeof cursor !== "string") continue;
    const opened = openCursor(cursor);
    plain = { ...plain, [name]: opened.position };
    moment = opened.moment;
  }
  const asOf = args.asOf instanceof Date ? readAsOf(args.asOf) : null;
  return { moment: asOf === null ? moment : { known: asOf, at: asOf }, plain };
}

function pinned(resolve: Resolve): Resolve {
  return (source, args, context, info) =>
    needsOneMoment(info)
      ? context.moments.pin().then(() => resolve(source, args, context, info))
      : resolve(source, args, context, info);
}

const answers = new WeakMap<OperationDefinitionNode, boolean>();

/** Returns whether parts of an answer must fit together that are read at different times. */
export function needsOneMoment({ operation, fragments }: Pick<GraphQLResolveInfo, "operation" | "fragments">): boolean {
  const known = answers.get(operation);
  if (known !== undefined) return known;
  const visited = new Set<string>();
  const questions = selectedFields(operation.selectionSet.selections, fragments, visited).filter(
    ({ name }) => !name.value.startsWith("__"),
  );
  const answer =
    operation.operation === OperationTypeNode.QUERY &&
    (questions.length > 1 || haveCursor(questions, fragments, visited));
  answers.set(operation, answer);
  return answer;
}

/** Whether one of the fields is a cursor or contains one, at any depth. Fragments that were visited before contain none. */
function haveCursor(fields: readonly FieldNode[], fragments: Fragments, visited: Set<string>): boolean {
  return fields.some(
    ({ name, selectionSet }) =>
      cursorFields.has(name.value) ||
      haveCursor(selectedFields(selectionSet?.selections ?? [], fragments, visited), fragments, visited),
  );
}
