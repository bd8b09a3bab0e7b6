import { acme } from "./fact-builders.js";

const endpointNamed = (endpoint: string) => ({ namespace: acme, endpoint });

/** Decides on applications while the customer waits. */
export const creditApi = endpointNamed("credit-api");
export const creditApiStaging = endpointNamed("credit-api-staging");
/** Partners test the quantised copy on mirrored traffic. Its scores are not used. */
export const creditPartnersShadow = endpointNamed("credit-partners-shadow");
/** Decides who is offered a better contract. */
export const churnApi = endpointNamed("churn-api");
export const churnPilot = endpointNamed("churn-pilot");
/** Offers for small businesses. */
export const churnSmallBusinessApi = endpointNamed("churn-small-business-api");

/** Start times of the deployments to which other facts refer. */
export const serving = { creditVersion4From: "2026-05-18T09:00:00Z" } as const;
