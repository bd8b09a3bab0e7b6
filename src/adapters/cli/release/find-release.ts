import { CliError } from "../cli-error.js";
import type { ApiClient } from "../client/api-client.js";
import { toWord } from "../format/words.js";
import { type Release, releaseQuestion, releasesQuestion } from "./release-answer.js";

const open = ["PROPOSED", "APPROVED"] as const;
/** As many as one page holds; of more than that, nobody means one by its version. */
const mostListed = 500;

/**
 * The release that is meant: by its id, or by its model version, such as `churn@4`, where only one of that is open.
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
      `there is no release ${JSON.stringify(name)}, and none of a version of that name is open; list those there are with: lineage release list`,
    );
  if (others.length > 0)
    throw new CliError(
      `several releases of ${name} are open; give the id of the one you mean:\n${named.map(({ id, state, endpoint }) => `  ${id}  ${toWord(state)} for ${endpoint.name}`).join("\n")}`,
    );
  return only;
}
