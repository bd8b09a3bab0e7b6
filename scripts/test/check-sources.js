import { ESLint } from "eslint";
import ts from "typescript";
import { findBrowserEntries } from "../browser-entries.js";
import { root } from "../checkout/prepare.js";

/*
 * `node scripts/test/check-sources.js`: types and lint rules of everything. ESLint asks the programs whose types were
 * checked, so that the types are inferred once.
 */
process.chdir(root);
const programs = ["test", ...findBrowserEntries(root)].map(checkTypes);
await lint(programs);

/** Checks the types of the project in a folder, and returns its program. */
function checkTypes(folder) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (problem) => reportTypes([problem]) };
  const config = ts.getParsedCommandLineOfConfigFile(`${folder}/tsconfig.json`, {}, host);
  const program = ts.createProgram({
    rootNames: config.fileNames,
    options: config.options,
    configFileParsingDiagnostics: config.errors,
  });
  reportTypes(ts.getPreEmitDiagnostics(program));
  return program;
}

/** Prints problems as `tsc` does. */
function reportTypes(problems) {
  if (problems.length === 0) return;
  const format = process.env.FORCE_COLOR ? ts.formatDiagnosticsWithColorAndContext : ts.formatDiagnostics;
  const host = { getCurrentDirectory: () => root, getCanonicalFileName: (name) => name, getNewLine: () => "\n" };
  process.stdout.write(format(ts.sortAndDeduplicateDiagnostics(problems), host));
  process.exitCode = 1;
}

async function lint(programs) {
  const parserOptions = { projectService: false, programs };
  const eslint = new ESLint({
    overrideConfig: { files: ["src/**/*.{ts,tsx}", "test/**/*.ts"], languageOptions: { parserOptions } },
  });
  const results = await eslint.lintFiles(["."]);
  const { format } = await eslint.loadFormatter("stylish");
  process.stdout.write(await format(results));
  if (results.some(({ errorCount }) => errorCount > 0)) process.exitCode = 1;
}
