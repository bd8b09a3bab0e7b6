import DataLoader from "dataloader";
import type { Loaders, RequestContext } from "./context.js";

type Sinks = Pick<RequestContext, "facts" | "decisions">;

/**
 * Adds to the sinks of a request that each write clears the request's loaders. The mutations of one request run in
 * order, and a later one may change what an earlier one has loaded. A write that fails clears them too: it may have
 * taken effect unacknowledged.
 */
export function clearLoadersAfterWrites({ facts, decisions }: Sinks, loaders: Loaders): Sinks {
  const thenClear = <T>(write: Promise<T>): Promise<T> => write.finally(() => clear(loaders));
  return {
    facts: { write: (given, options) => thenClear(facts.write(given, options)) },
    decisions: { take: (request, shape, decide) => thenClear(decisions.take(request, shape, decide)) },
  };
}

function clear(loaders: Loaders): void {
  for (const loader of Object.values(loaders)) if (loader instanceof DataLoader) loader.clearAll();
}
