import { userInfo } from "node:os";
import { readClientConfig, wantsColors } from "../../../src/adapters/cli/client-config.js";

test("defaults are the local server and the user of this machine", () => {
  expect(readClientConfig({})).toEqual({ url: "http://127.0.0.1:4000", principal: userInfo().username });
  expect(readClientConfig({ LINEAGE_URL: "" }).url).toBe("http://127.0.0.1:4000");
  expect(readClientConfig({ LINEAGE_URL: "https://ml.example.com/lineage/" }, "ci bot")).toEqual({
    url: "https://ml.example.com/lineage",
    principal: "ci bot",
  });
});

test.each([
  ["localhost:4000", "does not begin with http:// or https://"],
  ["nonsense", "is not an address"],
  ["ftp://example.com", "does not begin with http://"],
  ["http://example.com/?a=1", "has a query or a fragment after the path"],
  ["http://me:secret@example.com", "contains a user name or a password"],
])("LINEAGE_URL %j is rejected with the reason and without a password", (LINEAGE_URL, reason) => {
  const attempt = (): unknown => readClientConfig({ LINEAGE_URL });
  expect(attempt).toThrow(reason);
  expect(attempt).toThrow("LINEAGE_URL");
  expect(attempt).not.toThrow("secret");
});

test.each(["", " a", "a ", "a\r\nx: y", "\ud800", "x".repeat(201)])("--as %j is rejected", (as) => {
  expect(() => readClientConfig({}, as)).toThrow("--as");
});

test("NO_COLOR and dumb terminals have no colours", () => {
  expect([{}, { NO_COLOR: "" }, { NO_COLOR: "1" }, { TERM: "dumb" }, { TERM: "xterm" }].map(wantsColors)).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});
