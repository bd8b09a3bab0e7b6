import { setTimeout as wait } from "node:timers/promises";
import type { Browser, BrowserContext, Locator, Page, Request } from "playwright-core";

/** The request and response of an operation. */
export interface Exchange {
  readonly headers: Record<string, string>;
  readonly answer: { readonly data?: Record<string, unknown>; readonly errors?: unknown };
}

/**
 * A playground in a separate browser profile, which records unexpected events.
 * @needs page
 */
export class PlaygroundPage {
  /** Warnings and errors on the console, and uncaught errors. */
  readonly complaints: string[] = [];
  /** Requests to other servers than the one under test. */
  readonly foreignRequests: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly address: string,
  ) {
    page.on("console", (message) => {
      if (message.type() !== "info" && message.type() !== "log") this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(error.message));
    context.on("request", (request) => this.noteForeign(request));
  }

  static async open(
    browser: Browser,
    address: string,
    colorScheme: "light" | "dark" = "light",
  ): Promise<PlaygroundPage> {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1280, height: 800 } });
    const playground = new PlaygroundPage(await context.newPage(), context, address);
    await playground.load();
    return playground;
  }

  /** Loads or reloads the page, and waits until it has the schema. */
  async load(): Promise<void> {
    const schema = this.page.waitForResponse(`${this.address}/graphql`);
    await this.page.goto(`${this.address}/playground/`);
    await schema;
    await this.queryEditor.waitFor();
    await this.page.locator(".graphiql-response .monaco-editor").waitFor();
  }

  get queryEditor(): Locator {
    return this.page.locator(".graphiql-query-editor .view-lines");
  }

  get response(): Locator {
    return this.page.locator(".graphiql-response .view-lines");
  }

  get tabs(): Locator {
    return this.page.getByRole("tab");
  }

  async selectTab(title: string): Promise<void> {
    await this.page.getByRole("tab").getByRole("button", { name: title, exact: true }).click();
    await this.page.locator(`[role=tab][aria-selected=true] >> text=${title}`).waitFor();
  }

  async openPanel(title: string): Promise<void> {
    await this.page.getByRole("button", { name: `Show ${title}` }).click();
  }

  /** Replaces the text of an editor as a paste would. */
  async write(editor: Locator, text: string): Promise<void> {
    await editor.click();
    await this.page.keyboard.press("ControlOrMeta+A");
    await this.page.keyboard.insertText(text);
  }

  /** Runs the operation of the current tab through `start`, and waits for its response. */
  async run(
    start: () => Promise<void> = () => this.page.locator(".graphiql-execute-button").click(),
  ): Promise<Exchange> {
    const [response] = await Promise.all([this.page.waitForResponse(`${this.address}/graphql`), start()]);
    return { headers: await response.request().allHeaders(), answer: await response.json() };
  }

  /** Waits until the browser stores a tab with this text: GraphiQL saves its tabs half a second after the last change. */
  async untilKept(text: string): Promise<void> {
    for (;;) {
      const { origins } = await this.context.storageState();
      const kept = origins.flatMap(({ localStorage }) => localStorage).find(({ name }) => name === "graphiql:tabState");
      if (kept?.value.includes(text)) return;
      await wait(100);
    }
  }

  async close(): Promise<void> {
    await this.context.close();
  }

  private noteForeign(request: Request): void {
    const url = request.url();
    if (!url.startsWith(`${this.address}/`) && !url.startsWith("data:")) this.foreignRequests.push(url);
  }
}
