/** Quotes a word for a POSIX shell, if necessary. */
export function quoteForShell(word: string): string {
  return /^(?!=)[\w@%+=:,./-]+$/.test(word) ? word : inQuotes(word);
}

/** The command line that a POSIX shell splits into the given words. */
export function commandLine([program = "", ...words]: readonly string[]): string {
  // As the first word, NAME=value would set a variable.
  return [program.includes("=") ? inQuotes(program) : quoteForShell(program), ...words.map(quoteForShell)].join(" ");
}

function inQuotes(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
