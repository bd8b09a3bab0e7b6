import { MigrationError, loadMigrations, pendingMigrations } from "../../../src/core/graph/migrations.js";

const migration = (id: string, checksum = id) => ({ id, checksum, statements: [] });
const files = [migration("0001-a"), migration("0002-b")];

test("migrations that are not applied are pending, in order", () => {
  expect(pendingMigrations(files, new Map([["0001-a", "0001-a"]])).map(({ id }) => id)).toEqual(["0002-b"]);
});

test.each([
  ["a changed one", new Map([["0001-a", "other"]]), /0001-a was changed/],
  [
    "one that this version does not know",
    new Map([["0003-c", "0003-c"]]),
    /0003-c, which this version of lineage does not have/,
  ],
  ["one missing before a later one", new Map([["0002-b", "0002-b"]]), /0001-a is missing/],
])("%s prevents the server from starting", (_, applied, message) => {
  expect(() => pendingMigrations(files, applied)).toThrow(MigrationError);
  expect(() => pendingMigrations(files, applied)).toThrow(message);
});

test("every migration file ends with a statement that proves that it took", async () => {
  const migrations = await loadMigrations();
  expect(migrations.length).toBeGreaterThan(0);
  for (const { statements } of migrations) expect(statements.at(-1)).toMatch(/AS took$/);
});
