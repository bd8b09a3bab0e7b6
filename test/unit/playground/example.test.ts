import { parseExample } from "../../../src/adapters/playground/example.js";

test("the first comment line is the title, the next ones are the description, and the text is unchanged", () => {
  const text =
    "# Impact of a snapshot\n# Which production models\n# depend on this data?\nquery Impact { a # not a title\n}\n";

  expect(parseExample("01.graphql", text)).toEqual({
    title: "Impact of a snapshot",
    description: "Which production models depend on this data?",
    query: text.trimEnd(),
  });
});

test("comments inside the operation are not part of the description, regardless of line ends", () => {
  const example = parseExample("01.graphql", "# Title\r\nquery A { a }\r\n# afterthought\r\n");

  expect(example).toMatchObject({ title: "Title", description: "" });
});

test("a file without a title is rejected by name", () => {
  expect(() => parseExample("07-nameless.graphql", "query A { a }")).toThrow(
    '07-nameless.graphql does not start with a comment line. Give it "# <title>" as its first line.',
  );
});
