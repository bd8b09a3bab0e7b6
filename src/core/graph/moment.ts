/** The moment that a question is answered for, in epoch milliseconds. */
export interface Moment {
  /** Recorded time: only what was recorded until then exists. */
  readonly known: number;
  /** Valid time: the time at which deployments serve or not. */
  readonly at: number;
}

/** The present of a reader: the moment that it is bound to, else this process's clock. */
export function presentOf({ moment }: { readonly moment?: Moment | undefined }): number {
  return moment?.at ?? Date.now();
}
