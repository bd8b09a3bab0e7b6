/**
 * The identity of a person: the name in Unicode NFC, without surrounding space and without letter case. Records keep the
 * name as it was given; only comparisons use the identity. `cypher/fragments/person.cypher` is the same rule in Cypher.
 */
export function personOf(name: string): string {
  return name.normalize("NFC").trim().toUpperCase().normalize("NFC");
}

/** Whether two names identify the same person. */
export function isSamePerson(left: string, right: string): boolean {
  return personOf(left) === personOf(right);
}
