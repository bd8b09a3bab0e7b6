/** Options of the field `idempotencyKey`, the same in every input that has one. */
export const idempotencyKeyField = {
  nullable: true,
  description:
    "Idempotency key, at most 1,000 characters. Repeating the request with the same input has no further effect; with another input it is a CONFLICT.",
};
