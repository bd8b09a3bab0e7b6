import type { ApiClient } from "../client/api-client.js";
import { type ImpactSubject, findImpactSubject } from "../client/impact-subject.js";

/** Words that only mean something before a name; elsewhere each word is a name of its own. */
const kindWords = new Set([
  "model",
  "model-version",
  "version",
  "run",
  "snapshot",
  "dataset",
  "commit",
  "environment",
  "env",
  "deployment",
  "endpoint",
  "package",
]);

/** The names among the words of a command line: `model churn@3 train@v1` are two. */
export function groupNames(words: readonly string[]): string[] {
  const names: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const [word = "", next] = words.slice(index);
    if (!kindWords.has(word.toLowerCase()) || next === undefined) names.push(word);
    else {
      names.push(`${word} ${next}`);
      index += 1;
    }
  }
  return names;
}

/**
 * What is to be deleted, one or more.
 * @throws CliError when nothing has one of the names, or when several things have it.
 */
export function findTargets(api: ApiClient, words: readonly string[]): Promise<ImpactSubject[]> {
  return Promise.all(groupNames(words).map((name) => findImpactSubject(api, [name])));
}
