/** A word that a POSIX shell takes literally, quoted where it must be. */
export function quoteForShell(word: string): string {
  return /^(?!=)[\w@%+=:,./-]+$/.test(word) ? word : inQuotes(word);
}

/** A command line that a POSIX shell splits into these words again. */
export function commandLine([program = "", ...words]: readonly string[]): string {
  // NAME=value in the first place would set a variable.
  return [program.includes("=") ? inQuotes(program) : quoteForShell(program), ...words.map(quoteForShell)].join(" ");
}

function inQuotes(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
