import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const stopWithinMs = 5_000;
const parentWatch = new URL("end-with-parent.js", import.meta.url).href;
const program = fileURLToPath(new URL("api.js", import.meta.url));

/** The API as a child process, which is replaced after each change. */
export class ApiProcess {
  #options;
  #child;
  /** The process that serves after the next change. */
  #next;
  #replacing;
  #reason;
  #isStopped = false;

  /** `nodeOptions` are arguments of Node; `onReady` receives the reason for the start and its duration. */
  constructor(options) {
    this.#options = options;
  }

  /** Restarts the API. Calls during a restart lead to one further restart in all. */
  restart(reason) {
    this.#reason = { text: reason, at: Date.now() };
    this.#replacing ??= this.#replace().finally(() => (this.#replacing = undefined));
    return this.#replacing;
  }

  async stop() {
    this.#isStopped = true;
    await Promise.all([this.#end(), endOf(this.#next)]);
  }

  async #replace() {
    while (this.#reason !== undefined && !this.#isStopped) {
      const reason = this.#reason;
      this.#reason = undefined;
      await this.#end();
      if (!this.#isStopped) this.#start(reason);
    }
  }

  #start({ text, at }) {
    const { nodeOptions, onReady, onEnd } = this.#options;
    const { child, ended } = this.#next ?? this.#spawn();
    this.#next = undefined;
    this.#child = { child, ended };
    // The banner would be repeated at each start. Errors go to standard error.
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (!line.startsWith("lineage is ready on ")) return;
      onReady(text, Date.now() - at);
      // The inspector has one port.
      if (nodeOptions.length === 0 && !this.#isStopped) this.#prepareNext();
    });
    void ended.then((code) => {
      if (this.#child?.child !== child) return;
      this.#child = undefined;
      onEnd(code);
    });
    child.send("start", () => undefined);
  }

  #prepareNext() {
    const next = (this.#next ??= this.#spawn());
    void next.ended.then(() => {
      if (this.#next === next) this.#next = undefined;
    });
  }

  #spawn() {
    const { nodeOptions, environment } = this.#options;
    const child = spawn(process.execPath, ["--enable-source-maps", "--import", parentWatch, ...nodeOptions, program], {
      env: environment,
      stdio: ["pipe", "pipe", "inherit", "ipc"],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    return { child, ended };
  }

  #end() {
    const running = this.#child;
    this.#child = undefined;
    return endOf(running);
  }
}

async function endOf(process) {
  if (process === undefined) return;
  process.child.kill("SIGTERM");
  const force = setTimeout(() => process.child.kill("SIGKILL"), stopWithinMs);
  await process.ended;
  clearTimeout(force);
}
