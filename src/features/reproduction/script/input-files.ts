import type { RecordedInput } from "./recipe.js";

/** An input, and the path at which the script expects it, relative to the data folder. */
export interface InputFile {
  readonly input: RecordedInput;
  readonly path: string;
  /** All roles in which the run used the input. */
  readonly roles: readonly string[];
}

/**
 * Assigns a file to each input: the name of its dataset or model as a path, so that `data/train.csv` is where the code
 * expects it. No path leaves the folder. Two states of one dataset are distinguished by their versions.
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
