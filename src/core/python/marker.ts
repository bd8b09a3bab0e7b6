import { TextScanner } from "./text-scanner.js";
import { normalizeName } from "./package-name.js";

/** A normalized part of a marker. A compound part requires parentheses inside another one. */
interface MarkerPart {
  readonly text: string;
  readonly compound: boolean;
}

interface Operand {
  readonly kind: "variable" | "value";
  readonly text: string;
}

const variable =
  /(?:python_version|python_full_version|os[._]name|sys[._]platform|platform_(?:release|system)|platform[._](?:version|machine|python_implementation)|python_implementation|implementation_(?:name|version)|extras?|dependency_groups)\b/y;
const nameVariables = new Set(["extra", "extras", "dependency_groups"]);

/** Bounds the recursion. Deeper nesting is an attack on the stack. */
const maxDepth = 100;

/**
 * Reads an environment marker and normalizes it, such as `python_version < "3.12" and extra == "gpu"`.
 * @throws InvalidInputError when it is not a PEP 508 marker.
 */
export function normalizeMarker(text: string): string {
  const scanner = new TextScanner(text);
  const marker = readExpression(scanner, 0);
  if (!scanner.atEnd) scanner.fail("and, or, or the end of the marker");
  return marker.text;
}

function readExpression(scanner: TextScanner, depth: number): MarkerPart {
  const parts = [readAtom(scanner, depth)];
  const words: string[] = [];
  for (;;) {
    const word = scanner.take(/(?:and|or)\b/y);
    if (!word) break;
    words.push(word);
    parts.push(readAtom(scanner, depth));
  }
  const [first, ...others] = parts;
  if (first && others.length === 0) return first;
  const texts = parts.map((part) => (part.compound ? `(${part.text})` : part.text));
  return { text: texts.map((part, at) => (at === 0 ? part : `${words[at - 1]} ${part}`)).join(" "), compound: true };
}

function readAtom(scanner: TextScanner, depth: number): MarkerPart {
  scanner.skipSpace();
  if (!scanner.take(/\(/y)) return { text: readComparison(scanner), compound: false };
  if (depth === maxDepth) scanner.fail(`a marker with fewer than ${maxDepth} nested parentheses`);
  const inner = readExpression(scanner, depth + 1);
  if (!scanner.take(/\)/y)) scanner.fail(") after the marker expression");
  scanner.skipSpace();
  return inner;
}

function readComparison(scanner: TextScanner): string {
  const left = readOperand(scanner);
  const operator = readOperator(scanner);
  const right = readOperand(scanner);
  return `${printOperand(left, right)} ${operator} ${printOperand(right, left)}`;
}

function readOperand(scanner: TextScanner): Operand {
  scanner.skipSpace();
  const name = scanner.take(variable)?.replace(".", "_");
  const quoted = name ? null : scanner.take(/'[^']*'|"[^"]*"/y);
  if (!name && quoted === null) scanner.fail("a marker variable or a quoted text");
  scanner.skipSpace();
  if (quoted) return { kind: "value", text: quoted.slice(1, -1) };
  return { kind: "variable", text: name === "python_implementation" ? "platform_python_implementation" : (name ?? "") };
}

function readOperator(scanner: TextScanner): string {
  const operator = scanner.take(/===|==|~=|!=|<=|>=|<|>|in\b|not[ \t]+in\b/y);
  return operator ? operator.replace(/^not.*/s, "not in") : scanner.fail("one of == != <= >= < > ~= === in, not in");
}

/** The comparison of extras ignores their spelling, so their names are normalized. */
function printOperand(operand: Operand, other: Operand): string {
  if (operand.kind === "variable") return operand.text;
  const isName = other.kind === "variable" && nameVariables.has(other.text);
  const text = isName ? normalizeName(operand.text) : operand.text;
  return text.includes('"') ? `'${text}'` : `"${text}"`;
}
