import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const stopWithinMs = 5_000;
const parentWatch = new URL("end-with-parent.js", import.meta.url).href;
const program = fileURLToPath(new URL("../../.dev/main.js", import.meta.url));

/** The API as a child process, which is replaced after each change. */
export class ApiProcess {
  #options;
  #child;
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
    await this.#end();
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
    const { nodeOptions, environment, onReady, onEnd } = this.#options;
    const child = spawn(process.execPath, ["--enable-source-maps", "--import", parentWatch, ...nodeOptions, program], {
      env: environment,
      stdio: ["pipe", "pipe", "inherit"],
    });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    this.#child = { child, ended };
    // The banner would be repeated at each start. Errors go to standard error.
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line.startsWith("lineage is ready on ")) onReady(text, Date.now() - at);
    });
    void ended.then((code) => {
      if (this.#child?.child !== child) return;
      this.#child = undefined;
      onEnd(code);
    });
  }

  async #end() {
    const running = this.#child;
    this.#child = undefined;
    if (running === undefined) return;
    running.child.kill("SIGTERM");
    const force = setTimeout(() => running.child.kill("SIGKILL"), stopWithinMs);
    await running.ended;
    clearTimeout(force);
  }
}
