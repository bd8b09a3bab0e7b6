// Resolves imports for the linter: sources import the `.js` file that a build creates from a `.ts` or `.tsx` file.
const { existsSync } = require("node:fs");
const { dirname, resolve } = require("node:path");

exports.interfaceVersion = 2;

exports.resolve = (specifier, file) => {
  if (!specifier.startsWith(".")) return { found: true, path: null };
  const path = resolve(dirname(file), specifier);
  const source = [path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".tsx"), path].find((candidate) =>
    existsSync(candidate),
  );
  return source ? { found: true, path: source } : { found: false };
};
