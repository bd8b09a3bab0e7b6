import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runProgram } from "../../../src/core/shared/run-program.js";

const sh = (script: string) => ({ program: "sh", words: ["-c", script] });

test("the result has exit code and output, and the lines of both", async () => {
  expect(await runProgram(sh("echo one; echo two >&2; printf 'thr\\nee'; exit 3"))).toEqual({
    code: 3,
    startFault: null,
    stdout: "one\nthr\nee",
    stderr: "two\n",
    lines: ["one", "thr", "ee", "two"],
  });
});

test("variables are added to the environment, and a given environment replaces that of this process", async () => {
  const added = await runProgram({ ...sh('echo "$PATH/$LANG_X"'), variables: { LANG_X: "x" } });
  expect(added.stdout).toBe(`${process.env["PATH"]}/x\n`);
  const environment = { PATH: process.env["PATH"] ?? "", ONLY: "1" };
  const replaced = await runProgram({ program: "env", words: [], environment, variables: { TWO: "2" } });
  expect(replaced.lines.filter((line) => !line.startsWith("PATH=")).sort()).toEqual(["ONLY=1", "TWO=2"]);
});

test("a program reads its input in its folder; without input it reads the end at once", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lineage-program-"));
  const { stdout } = await runProgram({ ...sh("pwd; cat"), folder, input: "a\0ü" });
  rmSync(folder, { recursive: true });
  expect(stdout).toBe(`${folder}\na\0ü`);
  expect(await runProgram(sh("cat"))).toMatchObject({ code: 0, stdout: "" });
  expect(await runProgram({ ...sh("exit 0"), input: "x".repeat(1_000_000) })).toMatchObject({ code: 0 });
});

test("a program that does not exist is a result", async () => {
  expect(await runProgram({ program: "no-such-program", words: [] })).toEqual({
    code: null,
    startFault: "ENOENT",
    stdout: "",
    stderr: "",
    lines: [],
  });
});

test("chunks of output are bytes, and the next one waits", async () => {
  const chunks: Uint8Array[] = [];
  let isBusy = false;
  const { code, stdout, stderr } = await runProgram({
    ...sh("printf '\\377'; sleep 0.05; head -c 300000 /dev/zero; echo failed >&2; exit 1"),
    onOutput: async (chunk) => {
      expect(isBusy).toBe(false);
      isBusy = true;
      await sleep(1);
      isBusy = false;
      chunks.push(chunk);
    },
  });
  const bytes = Buffer.concat(chunks);
  expect([code, stdout, stderr, bytes.length, bytes[0]]).toEqual([1, "", "failed\n", 300_001, 0xff]);
});

test("lines are passed on as they come", async () => {
  const seen: string[] = [];
  const { lines } = await runProgram({ ...sh("echo a; sleep 0.05; echo b"), onLine: (line) => seen.push(line) });
  expect([seen, lines]).toEqual([
    ["a", "b"],
    ["a", "b"],
  ]);
});

test("an aborted signal ends the program with its children, and its reason is thrown", async () => {
  const stopped = new AbortController();
  const running = runProgram({
    // Both have the output open, which keeps the program running.
    ...sh("sleep 600 & echo started; wait"),
    signal: stopped.signal,
    onLine: () => stopped.abort(new Error("stopped by the test")),
  });
  await expect(running).rejects.toThrow("stopped by the test");
  await expect(runProgram({ ...sh("exit 0"), signal: stopped.signal })).rejects.toThrow("stopped by the test");
});
