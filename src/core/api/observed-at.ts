/** The options of the field `observedAt` of a mutation's input. */
export const observedAtField = {
  nullable: true,
  description:
    "Time at which the source saw this state. The newest observation wins, whatever the order of arrival. " +
    "Defaults to the time of receipt.",
};
