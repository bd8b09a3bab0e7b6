import { formatCount, plural } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { BlindSpotFieldsFragment } from "../generated/graphql.js";

export type BlindSpots = BlindSpotFieldsFragment;

graphql(`
  fragment BlindSpotFields on Impact {
    blindSpotCount
    blindSpots(limit: 5) {
      ...NodeLine
    }
  }
`);

/** The line of a headline that counts and names the blind spots; none if there are none. */
export function describeBlindSpots({ blindSpotCount: count, blindSpots }: BlindSpots): string[] {
  if (!(count > 0)) return [];
  const more = count - blindSpots.length;
  const named = `${blindSpots.map(({ label }) => label).join(", ")}${more > 0 ? ` and ${formatCount(more)} more` : ""}`;
  return [`${plural(count, "production model has", "production models have")} no recorded origin: ${named}`];
}
