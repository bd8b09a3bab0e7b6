/** Comparisons of a value with a threshold. */
export const comparisons = ["LT", "LTE", "EQ", "GTE", "GT"] as const;
