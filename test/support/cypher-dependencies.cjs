// Jest's view of imports, with the Cypher that a source or another statement reads: a changed statement then reruns the
// suites that depend on it in `npm run test:watch`.
const { dirname, join, relative, sep } = require("node:path");

const cypher = join(__dirname, "../../cypher");

exports.extract = (code, file, extractImports) => {
  const found = extractImports(code);
  const fragments = [...code.matchAll(/\/\*: ([\w-]+)/g)].map(([, name]) => `fragments/${name}`);
  const statements = [...code.matchAll(/defineStatement\(\s*"([^"]+)"/g)].map(([, name]) => name);
  for (const name of file.endsWith(".cypher") ? fragments : statements) {
    const path = relative(dirname(file), join(cypher, `${name}.cypher`))
      .split(sep)
      .join("/");
    found.add(path.startsWith(".") ? path : `./${path}`);
  }
  return found;
};

exports.getCacheKey = () => "1";
