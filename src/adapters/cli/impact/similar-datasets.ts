import { quoteForShell } from "../../../core/shared/shell.js";
import type { ApiClient } from "../client/api-client.js";
import { ServerError } from "../client/server-error.js";
import { plural } from "../format/words.js";
import { graphql } from "../generated/gql.js";
import type { SimilarDatasetFieldsFragment } from "../generated/graphql.js";

graphql(`
  fragment SimilarDatasetFields on SimilarDataset {
    dataset {
      key
    }
    similar {
      key
      namespace
      name
    }
    snapshotCount
  }
`);

/** What depends on a similar dataset, queried only if one exists. */
export const similarImpactQuestion = graphql(`
  query CliSimilarDatasetImpact($of: NodeRefInput!, $asOf: DateTime) {
    impact(of: [$of], asOf: $asOf) {
      productionDeployments {
        modelVersion {
          key
        }
      }
    }
  }
`);

/** A similar dataset with the number of production models that depend on it; null if that was not examined. */
export type Similar = SimilarDatasetFieldsFragment & { readonly productionModels: number | null };

/** Maximum number of similar datasets that a text names. */
const mostNamed = 5;

/** Counts the production models that depend on each of the similar datasets that the text names. */
export async function withDependants(
  api: ApiClient,
  datasets: readonly SimilarDatasetFieldsFragment[],
  asOf?: string,
): Promise<Similar[]> {
  const named = await Promise.all(
    datasets
      .slice(0, mostNamed)
      .map(async (one) => ({ ...one, productionModels: await countModels(api, one.similar.key, asOf) })),
  );
  return [...named, ...withoutDependants(datasets.slice(mostNamed))];
}

/** Similar datasets of which it was not examined what depends on them. */
export function withoutDependants(datasets: readonly SimilarDatasetFieldsFragment[]): Similar[] {
  return datasets.map((one) => ({ ...one, productionModels: null }));
}

async function countModels(api: ApiClient, key: string, asOf?: string): Promise<number | null> {
  try {
    const { impact } = await api.askQuestion(similarImpactQuestion, { of: { key }, asOf });
    return new Set(impact.productionDeployments.map(({ modelVersion }) => modelVersion.key)).size;
  } catch (error) {
    if (error instanceof ServerError) return null;
    throw error;
  }
}

/** The warnings that name similar datasets, with the command that declares them to be the same. */
export function describeSimilar(datasets: readonly Similar[]): string[] {
  const more = datasets.length - mostNamed;
  return [
    ...datasets.slice(0, mostNamed).map(describe),
    ...(more > 0 ? [`${plural(more, "more dataset has", "more datasets have")} a similar name.`] : []),
  ];
}

function describe({ dataset, similar, snapshotCount, productionModels }: Similar): string {
  const models =
    productionModels === null
      ? ""
      : ` and ${plural(productionModels, "dependent production model", "dependent production models")}`;
  const keys = [dataset.key, similar.key].map(quoteForShell).join(" ");
  return `${similar.name} in ${similar.namespace}, with ${plural(snapshotCount, "snapshot")}${models}, may be the same dataset and is not part of this answer. If it is the same: lineage same-dataset ${keys} --reason '…'`;
}
