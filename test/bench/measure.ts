/** Times in milliseconds, as people compare them. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** One way of asking; answers with something that the other ways must answer, too. */
export interface Contestant {
  readonly name: string;
  readonly ask: (subject: string) => Promise<string>;
}

/**
 * Asks every contestant about every subject in turn, so that the machine's moods meet all of them; the answers are
 * compared before anything is timed.
 */
export async function compare(contestants: readonly Contestant[], subjects: readonly string[]): Promise<Map<string, Times>> {
  for (const subject of subjects) {
    const answers = [];
    for (const { ask } of contestants) answers.push(await ask(subject));
    if (new Set(answers).size > 1) throw new Error(`different answers about ${subject}: ${answers.join(" | ")}`);
  }
  const times = new Map(contestants.map(({ name }) => [name, [] as number[]]));
  for (const subject of subjects) {
    for (const { name, ask } of contestants) {
      const started = performance.now();
      await ask(subject);
      times.get(name)?.push(performance.now() - started);
    }
  }
  return new Map([...times].map(([name, measured]) => [name, summarize(measured)]));
}

function summarize(measured: readonly number[]): Times {
  const sorted = measured.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
