import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import { toWord } from "../format/words.js";
import { type Release, releaseQuestion, releasesQuestion } from "./release-answer.js";

const open = ["PROPOSED", "APPROVED"] as const;
/** The maximum page size. Releases beyond it can be found only by ID. */
const mostListed = 500;

/**
 * Finds a release by its ID, or by its model version, such as `churn@4`, if exactly one release of that version is
 * open.
 * @throws CliError when there is none, or when several are open; the message lists them.
 */
export async function findRelease(api: ApiClient, name: string): Promise<Release> {
  const { release } = await api.ask(releaseQuestion, { id: name });
  if (release) return release;
  const { releases } = await api.ask(releasesQuestion, { endpoint: null, states: open, first: mostListed });
  const named = releases.edges
    .map(({ node }) => node)
    .filter(({ modelVersion }) => [modelVersion.label, modelVersion.key].includes(name));
  const [only, ...others] = named;
  if (!only)
    throw new CliError(
      `no release has the ID ${JSON.stringify(name)}, and no release of a model version with that name is open. List releases with: lineage release list`,
    );
  if (others.length > 0)
    throw new CliError(
      `several releases of ${name} are open. Specify one of these IDs:\n${named.map(({ id, state, endpoint }) => `  ${id}  ${toWord(state)} for ${endpoint.name}`).join("\n")}`,
    );
  return only;
}
