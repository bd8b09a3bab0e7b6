import { type ChildProcess, spawn } from "node:child_process";
import { openSync, readFileSync } from "node:fs";
import { Agent, type IncomingMessage, request } from "node:http";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import type { Database } from "../../src/core/graph/graph.js";

const limits = {
  LINEAGE_MAX_CLOSURE_NODES: "2000000",
  LINEAGE_MAX_CLOSURE_MS: "60000",
  LINEAGE_REQUEST_TIMEOUT_MS: "60000",
};
const readyLine = /lineage is ready on (http:\S+)/;

/** The built API as a separate process in production mode, queried over persistent connections. */
export class ApiProcess {
  readonly #child: ChildProcess;
  readonly #url: URL;
  readonly #logFile: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 4 });

  private constructor(child: ChildProcess, url: URL, logFile: string) {
    this.#child = child;
    this.#url = url;
    this.#logFile = logFile;
  }

  /** Starts it on a database; its log goes to a file. */
  static async start({ uri, user, password, database }: Database, logFile: string): Promise<ApiProcess> {
    const env = {
      ...process.env,
      ...limits,
      NEO4J_URI: uri,
      NEO4J_USER: user,
      NEO4J_PASSWORD: password,
      NEO4J_DATABASE: database,
      PORT: "0",
      LINEAGE_EXAMPLE: "off",
      NODE_ENV: "production",
    };
    const child = spawn(process.execPath, ["dist/main.js"], { env, stdio: ["ignore", "pipe", openSync(logFile, "w")] });
    for await (const line of createInterface({ input: child.stdout ?? process.stdin })) {
      const url = readyLine.exec(line)?.[1];
      if (url === undefined) continue;
      child.stdout?.resume();
      return new ApiProcess(child, new URL(url), logFile);
    }
    throw new Error(`the API did not start: ${readFileSync(logFile, "utf8")}`);
  }

  /**
   * Asks a question.
   * @throws Error when the answer has errors.
   */
  async ask<Data>(query: string, variables: object): Promise<Data> {
    const answer: { data: Data; errors?: unknown } = JSON.parse(
      await this.post("/graphql", "application/json", JSON.stringify({ query, variables })),
    );
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  async post(path: string, contentType: string, body: string): Promise<string> {
    return text(
      await this.#send("POST", path, { "content-type": contentType, "content-length": Buffer.byteLength(body) }, body),
    );
  }

  async get(path: string): Promise<string> {
    return text(await this.#send("GET", path, {}, ""));
  }

  /** The statements of the last request, from its log. */
  lastStatements(): string[] {
    const [last] = readFileSync(this.#logFile, "utf8").trimEnd().split("\n").reverse();
    const { statements = [] }: { statements?: { statement: string }[] } = JSON.parse(last ?? "{}");
    return statements.map(({ statement }) => statement);
  }

  /** The peak and current memory of the process in MB; null if the system does not report them. */
  memory(): { readonly peak: number; readonly now: number } | null {
    if (process.platform !== "linux") return null;
    const status = readFileSync(`/proc/${this.#child.pid}/status`, "utf8");
    const megabytes = (name: string): number =>
      Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1_024);
    return { peak: megabytes("VmHWM"), now: megabytes("VmRSS") };
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    const ended = new Promise((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGTERM");
    await ended;
  }

  #send(
    method: string,
    path: string,
    headers: Readonly<Record<string, string | number>>,
    body: string,
  ): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      const sent = request(
        { agent: this.#agent, host: this.#url.hostname, port: this.#url.port, method, path, headers },
        resolve,
      );
      // A connection that the server has just closed as idle is not a failure: the request uses a new one.
      sent.once("error", (error) =>
        sent.reusedSocket ? resolve(this.#send(method, path, headers, body)) : reject(error),
      );
      sent.end(body);
    });
  }
}
