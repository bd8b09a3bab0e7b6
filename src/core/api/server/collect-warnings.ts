import { type GraphQLField, type GraphQLSchema, responsePathAsArray } from "graphql";
import type { FactSink, RequestContext } from "../context.js";
import { warningsOf } from "../fact-warnings.js";

/** Collects the warnings about facts that mutations record, each with the path of its mutation in the response. */
export function collectWarnings(schema: GraphQLSchema): GraphQLSchema {
  const mutations: readonly GraphQLField<unknown, RequestContext>[] = Object.values(
    schema.getMutationType()?.getFields() ?? {},
  );
  for (const field of mutations) {
    const { resolve } = field;
    if (!resolve) continue;
    field.resolve = (source, args, context, info) => {
      const path = responsePathAsArray(info.path);
      return resolve(source, args, { ...context, facts: collecting(context, path) }, info);
    };
  }
  return schema;
}

function collecting({ facts, warnings }: RequestContext, path: readonly (string | number)[]): FactSink {
  return {
    write: async (given, options) => {
      const outcomes = await facts.write(given, options);
      warnings.push(...outcomes.flatMap(warningsOf).map((warning) => ({ path, ...warning })));
      return outcomes;
    },
  };
}
