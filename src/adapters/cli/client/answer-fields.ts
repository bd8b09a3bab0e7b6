/** Whether a JSON value is an object or a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/**
 * Whether an answer has the given fields, nested as in the answer. A list has them if each of its items does; a null has
 * none. The fields of a document are generated with it (`scripts/cli-documents.js`).
 */
export function hasFields(answer: unknown, fields: unknown): boolean {
  if (answer === null || !isObject(fields)) return answer !== undefined;
  if (Array.isArray(answer)) return answer.every((item) => hasFields(item, fields));
  return isObject(answer) && Object.entries(fields).every(([name, inner]) => hasFields(answer[name], inner));
}
