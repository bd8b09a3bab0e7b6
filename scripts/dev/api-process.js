import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const stopWithinMs = 5_000;
const parentWatch = new URL("end-with-parent.js", import.meta.url).href;
const program = fileURLToPath(new URL("../../.dev/main.js", import.meta.url));

/** The API as a process of its own, which is replaced after each change. */
export class ApiProcess {
  #options;
  #child;
  #replacing;
  #reason;
  #isStopped = false;

  /** `nodeOptions` are arguments of Node; `onReady` gets the reason of the start and how long it took. */
  constructor(options) {
    this.#options = options;
  }

  /** Starts the API anew. A call during another one leads to one more start, not to one for each call. */
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
    // Its banner would repeat with each start; what it reports as an error goes to standard error.
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
