/** Times in milliseconds, as people compare them. */
export interface Times {
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** What was answered, as a text by which answers can be compared; made only when wanted. */
export type Answer = () => string | Promise<string>;

/** One way of asking. */
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

/** Asks every contestant about every subject in turn, so that the machine's moods meet all of them. */
export async function timeEach(
  contestants: readonly Contestant[],
  subjects: readonly string[],
  rounds = 1,
): Promise<Times[]> {
  const times = contestants.map(() => [] as number[]);
  for (let round = 0; round < rounds; round += 1) {
    for (const subject of subjects) {
      // Whoever comes second finds the database's caches warm: that must not always be the same one.
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

/** Compares the answers, which warms everything up, and then times. */
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
