import fc from "fast-check";
import {
  deploymentKey,
  formatKey,
  fromGlobalId,
  keyKinds,
  modelVersionKey,
  parseKey,
  toGlobalId,
} from "../../src/core/shared/key.js";

const part = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((text) => text.isWellFormed());

test("a key is parsed into its original parts, whatever characters they contain", () => {
  fc.assert(
    fc.property(fc.constantFrom(...keyKinds), part, part, part, (kind, namespace, name, version) => {
      const parts = { kind, namespace, name, version };
      expect(parseKey(formatKey(parts))).toEqual(parts);
    }),
  );
});

test("a global id decodes to its key, and other text to null", () => {
  const key = formatKey({ kind: "snapshot", namespace: "s3://bücket", name: "a/b@c", version: "1%" });
  expect(key).toBe("snapshot:s3%3A%2F%2Fb%C3%BCcket/a%2Fb%40c@1%25");
  expect(fromGlobalId(toGlobalId(key))).toBe(key);
  for (const other of ["", "x", "c25hcA", `${toGlobalId(key)}=`, key]) expect(fromGlobalId(other)).toBeNull();
});

test("a deployment's key contains its endpoint and start, and differs for two versions that start at the same time", () => {
  const began = Date.UTC(2026, 4, 2, 10);
  const first = deploymentKey("acme", "credit/api", modelVersionKey("acme", "credit", "1"), began);
  // printf 'model-version:acme/credit@1' | sha256sum
  expect(first).toBe("deployment:acme/credit%2Fapi@20260502T100000.000Z~736c9093");
  expect(deploymentKey("acme", "credit/api", modelVersionKey("acme", "credit", "2"), began)).not.toBe(first);
  expect(parseKey(first)).toMatchObject({ kind: "deployment", namespace: "acme", name: "credit/api" });
});
