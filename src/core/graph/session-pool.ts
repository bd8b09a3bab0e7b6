import type { Session } from "neo4j-driver";

/** Keeps idle sessions: a read on a kept session saves a millisecond over a read on a new one. */
export class SessionPool {
  readonly #open: () => Session;
  readonly #idle: Session[] = [];

  constructor(open: () => Session) {
    this.#open = open;
  }

  take(): Session {
    return this.#idle.pop() ?? this.#open();
  }

  /** Only sessions whose last query ended well come back; others are closed by who took them. */
  giveBack(session: Session): void {
    this.#idle.push(session);
  }

  async close(): Promise<void> {
    await Promise.all(this.#idle.splice(0).map((session) => session.close()));
  }
}
