/** Changes the recorded state as facts are planned, and can undo these changes. */
export class StateJournal {
  readonly #undo: (() => void)[] = [];

  set<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
    const before = map.get(key);
    this.#undo.push(before === undefined ? () => map.delete(key) : () => map.set(key, before));
    map.set(key, value);
  }

  add<Value>(set: Set<Value>, value: Value): void {
    if (set.has(value)) return;
    this.#undo.push(() => set.delete(value));
    set.add(value);
  }

  /** Undoes all changes, the last one first. */
  undo(): void {
    for (let last = this.#undo.pop(); last; last = this.#undo.pop()) last();
  }
}
