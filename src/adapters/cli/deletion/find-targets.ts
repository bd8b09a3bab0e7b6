import type { ApiClient } from "../client/api-client.js";
import { type ImpactSubject, findImpactSubject } from "../client/impact-subject.js";

/** Words that qualify the name after them. Any other word is a name. */
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

/** Groups the words of a command line to names: `model churn@3 train@v1` are two. */
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
 * Finds the nodes to delete.
 * @throws CliError when a name is not found or is ambiguous.
 */
export function findTargets(api: ApiClient, words: readonly string[]): Promise<ImpactSubject[]> {
  return Promise.all(groupNames(words).map((name) => findImpactSubject(api, [name])));
}
