/** An operation of schema/examples as the playground shows it. */
export interface Example {
  readonly title: string;
  readonly description: string;
  readonly query: string;
}

/**
 * Reads the text of an example file: its first comment line is the title, the comment lines after it the description.
 * Throws when there is no such line, because the title identifies the example.
 */
export function parseExample(path: string, text: string): Example {
  const query = text.trim();
  const comments = leadingComments(query);
  const [title, ...description] = comments;
  if (title === undefined)
    throw new Error(`${path} does not start with a comment line. Give it "# <title>" as its first line.`);
  return { title, description: description.join(" ").trim(), query };
}

function leadingComments(query: string): string[] {
  const lines = query.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith("#"));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.replace(/^#+\s*/, "").trim());
}
