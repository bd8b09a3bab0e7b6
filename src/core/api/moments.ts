import type { GraphQLResolveInfo } from "graphql";
import type { GraphReader } from "../graph/graph.js";
import { readHead } from "../graph/ledger.statements.js";
import type { Moment } from "../graph/moment.js";
import type { RequestContext } from "./context.js";

/** The place of a field in a response. The fields inside it refer to the same object. */
type Path = GraphQLResolveInfo["path"];

/**
 * The moments that the parts of one response describe. A question with `asOf`, or with the cursor of an earlier answer,
 * sets the moment of everything inside it. An operation may have one moment for all of its questions. Everything else
 * describes the present.
 */
export class Moments {
  readonly #reader: GraphReader;
  readonly #open: (moment: Moment) => RequestContext;
  readonly #contexts = new Map<string, RequestContext>();
  readonly #ofQuestions = new WeakMap<Path, RequestContext>();
  #ofOperation: RequestContext | undefined;
  #pinned: Promise<RequestContext> | undefined;
  #isAnySet = false;

  /** `reader` reads the present; `open` creates the context that reads as of a moment. */
  constructor(reader: GraphReader, open: (moment: Moment) => RequestContext) {
    this.#reader = reader;
    this.#open = open;
  }

  /** The context of a field: that of the nearest question around it with a moment, else that of the operation. */
  contextAt(path: Path): RequestContext | undefined {
    if (!this.#isAnySet) return undefined;
    for (let place: Path | undefined = path; place; place = place.prev) {
      const context = this.#ofQuestions.get(place);
      if (context) return context;
    }
    return this.#ofOperation;
  }

  /** Sets the moment of a question and of everything inside it. Questions about the same moment share their loaders. */
  set(path: Path, moment: Moment): RequestContext {
    const context = this.#contextOf(moment);
    this.#ofQuestions.set(path, context);
    this.#isAnySet = true;
    return context;
  }

  /** Sets the moment of the operation to the last write that is committed now. */
  pin(): Promise<RequestContext> {
    return (this.#pinned ??= this.#pin());
  }

  async #pin(): Promise<RequestContext> {
    const [head] = await this.#reader.read(readHead, {});
    const known = head?.at ?? 0;
    this.#ofOperation = this.#contextOf({ known, at: Math.max(known, Date.now()) });
    this.#isAnySet = true;
    return this.#ofOperation;
  }

  #contextOf(moment: Moment): RequestContext {
    const id = `${moment.known} ${moment.at}`;
    const context = this.#contexts.get(id) ?? this.#open(moment);
    this.#contexts.set(id, context);
    return context;
  }
}
