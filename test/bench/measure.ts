/** Times in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** The answer as a text for comparison, computed only on demand. */
export type Answer = () => string | Promise<string>;

/** One implementation to measure. */
export interface Contestant {
  readonly name: string;
  readonly ask: (subject: string) => Promise<Answer>;
}

/** @throws Error when the contestants answer differently about a subject. */
export async function requireEqualAnswers(
  contestants: readonly Contestant[],
  subjects: readonly string[],
): Promise<void> {
  for (const subject of new Set(subjects)) {
    const answers: string[] = [];
    for (const { ask } of contestants) answers.push(await (await ask(subject))());
    if (new Set(answers).size > 1)
      throw new Error(
        `different answers about ${subject}:\n${answers.map((answer, index) => `${contestants[index]?.name}: ${answer.slice(0, 500)}`).join("\n")}`,
      );
  }
}

/** Runs every contestant on every subject in turn, so that variations of the machine affect all of them. */
export async function timeEach(
  contestants: readonly Contestant[],
  subjects: readonly string[],
  rounds = 1,
): Promise<Times[]> {
  const times = contestants.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) {
      // The second contestant finds warm caches, so the order alternates.
      const order = round % 2 === 0 ? [...contestants.keys()] : [...contestants.keys()].reverse();
      for (const index of order) {
        const started = performance.now();
        await contestants[index]?.ask(subject);
        times[index]?.push(performance.now() - started);
      }
    }
  }
  return times.map(summarize);
}

/** Compares the answers, which warms the caches, and then measures. */
export async function compare(
  contestants: readonly Contestant[],
  subjects: readonly string[],
  rounds?: number,
): Promise<Times[]> {
  await requireEqualAnswers(contestants, subjects);
  return timeEach(contestants, subjects, rounds);
}

export function summarize(measured: readonly number[]): Times {
  const sorted = measured.toSorted((left, right) => left - right);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
