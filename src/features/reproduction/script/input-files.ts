import type { RecordedInput } from "./recipe.js";

/** One input, and where the script looks for it, relative to the folder of the data. */
export interface InputFile {
  readonly input: RecordedInput;
  readonly path: string;
  /** All that it was used for. */
  readonly roles: readonly string[];
}

/**
 * Names a file for each input: the name of its dataset or model as a path, so that `data/train.csv` is looked for where
 * the code looks for it. No name leads out of the folder. Two states of one dataset are told apart by their versions.
 */
export function nameInputFiles(inputs: readonly RecordedInput[]): InputFile[] {
  const byKey = new Map<string, { readonly input: RecordedInput; readonly roles: string[] }>();
  for (const input of inputs) {
    const known = byKey.get(input.key);
    if (known) known.roles.push(input.role);
    else byKey.set(input.key, { input, roles: [input.role] });
  }
  const used = [...byKey.values()];
  const paths = used.map(({ input }) => pathOf(input.name));
  return used.map(({ input, roles }, index) => {
    const path = paths[index] ?? "";
    const isShared = paths.indexOf(path) !== paths.lastIndexOf(path);
    return { input, roles, path: isShared ? `${path}@${pathOf(input.version).replaceAll("/", "-")}` : path };
  });
}

function pathOf(name: string): string {
  const parts = name.split("/").filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.join("/") || "input";
}
