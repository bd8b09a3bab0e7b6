import fc from "fast-check";
import { formatKey, fromGlobalId, keyKinds, parseKey, toGlobalId } from "../../src/shared/key.js";

const part = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((text) => text.isWellFormed());

test("a key reads back as the parts it was made of, whatever characters they hold", () => {
  fc.assert(fc.property(fc.constantFrom(...keyKinds), part, part, part, (kind, namespace, name, version) => {
    const parts = { kind, namespace, name, version };
    expect(parseKey(formatKey(parts))).toEqual(parts);
  }));
});

test("a global id leads back to its key, and other text to nothing", () => {
  const key = formatKey({ kind: "snapshot", namespace: "s3://bücket", name: "a/b@c", version: "1%" });
  expect(key).toBe("snapshot:s3%3A%2F%2Fb%C3%BCcket/a%2Fb%40c@1%25");
  expect(fromGlobalId(toGlobalId(key))).toBe(key);
  for (const other of ["", "x", "c25hcA", `${toGlobalId(key)}=`, key]) expect(fromGlobalId(other)).toBeNull();
});
