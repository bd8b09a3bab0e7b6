/** A line as pip reads it: continued lines joined, without comment and surrounding white space. */
export interface LogicalLine {
  /** Number of its first physical line, starting at 1. */
  readonly line: number;
  readonly text: string;
  /** From `#` on, or null. */
  readonly comment: string | null;
}

// eslint-disable-next-line no-control-regex -- Python also ends lines at these
const lineBreak = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/;

/** Joins lines that end with a backslash and removes comments, exactly as pip does. The result includes empty lines. */
export function readLogicalLines(text: string): LogicalLine[] {
  const lines: LogicalLine[] = [];
  let first = 1;
  let parts: string[] = [];
  const written = text.replace(/^\uFEFF/, "").split(lineBreak);
  for (const [index, line] of written.entries()) {
    if (parts.length === 0) first = index + 1;
    const isComment = line.trimStart().startsWith("#");
    const continues = line.endsWith("\\") && !isComment;
    // The space separates a comment below a continued line from the last word of that line.
    parts.push(continues ? stripBackslashes(line) : isComment ? ` ${line}` : line);
    if (continues && index < written.length - 1) continue;
    lines.push({ line: first, ...splitComment(parts.join("")) });
    parts = [];
  }
  return lines;
}

function stripBackslashes(line: string): string {
  let start = 0;
  let end = line.length;
  while (line[start] === "\\") start++;
  while (end > start && line[end - 1] === "\\") end--;
  return line.slice(start, end);
}

/** A comment starts at a # at the beginning of a line or after white space. */
function splitComment(line: string): { text: string; comment: string | null } {
  let at = line.indexOf("#");
  while (at > 0 && /\S/.test(line.charAt(at - 1))) at = line.indexOf("#", at + 1);
  return at < 0
    ? { text: line.trim(), comment: null }
    : { text: line.slice(0, at).trim(), comment: line.slice(at).trim() };
}
