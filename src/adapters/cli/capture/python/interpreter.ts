import { open } from "node:fs/promises";
import { basename } from "node:path";
import { runProgram } from "../../../../core/shared/run-program.js";

const pythonName = /^(python|pypy)(\d+(\.\d+)*)?$/;

/**
 * The Python interpreter that a command runs in: the command itself, or the interpreter in the first line of its
 * script, as in programs installed by pip. Null if the command is not Python or does not exist.
 */
export async function findInterpreter(program: string, folder: string): Promise<string | null> {
  if (pythonName.test(basename(program))) return program;
  const { code, stdout } = await runProgram({
    program: "sh",
    words: ["-c", 'command -v -- "$1"', "sh", program],
    folder,
  });
  const file = stdout.replace(/\n$/, "");
  return code === 0 && file.includes("/") ? interpreterOfScript(await firstLine(file)) : null;
}

/** The Python interpreter in a script's first line, such as `#!/venv/bin/python` or `#!/usr/bin/env python3`. */
export function interpreterOfScript(line: string): string | null {
  const words = /^#!\s*(.*)$/.exec(line)?.[1]?.trim().split(/\s+/) ?? [];
  const [program = ""] =
    basename(words[0] ?? "") === "env" ? words.slice(1).filter((word) => !word.startsWith("-")) : words;
  return pythonName.test(basename(program)) ? program : null;
}

async function firstLine(file: string): Promise<string> {
  const handle = await open(file, "r").catch(() => null);
  if (!handle) return "";
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead).toString("utf8").split("\n")[0] ?? "";
  } finally {
    await handle.close();
  }
}
