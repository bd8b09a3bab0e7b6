import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { exampleFacts } from "../../src/adapters/example/example-facts.js";
import { describeWithBrowser } from "../support/browser.js";
import { PlaygroundPage } from "../support/playground-page.js";
import { type TestApp, startTestApp } from "../support/test-app.js";

const EXAMPLES = join(import.meta.dirname, "../../schema/examples");

/** The operation names by file, read independently of the playground. */
const operationNames = readdirSync(EXAMPLES)
  .sort()
  .map((file) => {
    const name = /^(?:query|mutation) (\w+)/m.exec(readFileSync(join(EXAMPLES, file), "utf8"))?.[1];
    if (!name) throw new Error(`${file} has no named operation.`);
    return name;
  });

/** The decision of the example that one of its operations takes back. */
async function deleteTruncatedDelivery(app: TestApp): Promise<void> {
  const targets = [
    {
      datasetSnapshot: {
        namespace: "s3://acme-lake",
        dataset: "raw/bureau-reports",
        version: "2026-q1-truncated",
      },
    },
  ];
  const { deletionPlan } = await app.ask<{ deletionPlan: { impactToken: string } }>(
    "query($of: [NodeRefInput!]!) { deletionPlan(of: $of) { impactToken } }",
    { of: targets },
  );
  const input = { targets, impactToken: deletionPlan.impactToken, reason: "the delivery was incomplete" };
  await app.ask("mutation($input: TombstoneInput!) { tombstone(input: $input) { status } }", { input });
}

describeWithBrowser("playground", (launch) => {
  let browser: Browser;
  let playground: PlaygroundPage;
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp();
    await app.sendFacts(exampleFacts());
    await deleteTruncatedDelivery(app);
    browser = await launch();
  });

  beforeEach(async () => {
    playground = await PlaygroundPage.open(browser, app.url);
  });

  afterEach(async () => {
    const { complaints, foreignRequests } = playground;
    await playground.close();
    expect({ complaints, foreignRequests }).toEqual({ complaints: [], foreignRequests: [] });
  });

  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  test("opens with the examples as tabs in their order, the first selected", async () => {
    expect(await playground.page.title()).toBe("Lineage playground");
    expect(await playground.tabs.allInnerTexts()).toEqual(operationNames);
    expect(await playground.tabs.first().getAttribute("aria-selected")).toBe("true");
    expect(await playground.queryEditor.innerText()).toContain(operationNames[0]);
  });

  test("the first example answers with a production deployment", async () => {
    const { answer } = await playground.run();

    expect(answer.data).toMatchObject({ impact: { severity: "SERVING_PRODUCTION" } });
    expect(answer.data).not.toMatchObject({ impact: { productionDeployments: [] } });
    await playground.response.getByText("SERVING_PRODUCTION").first().waitFor();
  });

  test.each(operationNames)("%s returns data without errors", async (name) => {
    await playground.selectTab(name);
    const { answer } = await playground.run();

    expect(answer.errors).toBeUndefined();
    expect(Object.values(answer.data ?? {})).not.toHaveLength(0);
    for (const value of Object.values(answer.data ?? {})) expect(value).not.toBeNull();
  });

  test("Ctrl-Enter runs, and a principal typed under Headers is sent", async () => {
    const { page } = playground;
    await page.getByRole("button", { name: "Headers" }).click();
    await playground.write(
      page.locator(".graphiql-editor-tool .graphiql-editor:not(.hidden) .view-lines"),
      '{ "x-lineage-principal": "ada" }',
    );
    const { headers, answer } = await playground.run(() => page.keyboard.press("ControlOrMeta+Enter"));

    expect(headers["x-lineage-principal"]).toBe("ada");
    expect(answer.errors).toBeUndefined();
  });

  test("completion suggests the fields of the schema", async () => {
    const { page } = playground;
    await page.getByRole("button", { name: "New tab" }).click();
    await playground.write(playground.queryEditor, "{ imp");
    await page.keyboard.press("Control+Space");

    await page.locator(".suggest-widget .monaco-list-row", { hasText: "impact" }).waitFor();
  });

  test("the documentation explorer shows the fields of Query", async () => {
    const { page } = playground;
    await playground.openPanel("Documentation Explorer");
    await page.getByRole("link", { name: "Query", exact: true }).click();

    await page.getByRole("link", { name: "impact", exact: true }).waitFor();
  });

  test("an edited example survives a reload, and the original can be opened again", async () => {
    const { page } = playground;
    const [first = ""] = operationNames;
    await playground.write(playground.queryEditor, "query MyOwn { __typename }");
    await page.getByRole("tab").getByRole("button", { name: "MyOwn" }).waitFor();
    await playground.untilKept("MyOwn");
    await playground.load();
    expect(await playground.tabs.allInnerTexts()).toEqual(["MyOwn", ...operationNames.slice(1)]);

    await playground.openPanel("Examples");
    await page.locator(".playground-examples ol button").first().click();
    expect(await playground.tabs.allInnerTexts()).toEqual(["MyOwn", ...operationNames.slice(1), first]);
    expect((await playground.run()).answer.data).toHaveProperty("impact");

    await page.locator(".playground-examples ol button").first().click();
    expect(await playground.tabs.count()).toBe(operationNames.length + 1);
  });

  test.each(["light", "dark"] as const)("the %s page is accessible", async (colorScheme) => {
    const themed = await PlaygroundPage.open(browser, app.url, colorScheme);
    await themed.run();
    const violations = [];
    for (const panel of ["Examples", "Documentation Explorer"]) {
      await themed.openPanel(panel);
      violations.push(...(await seriousViolations(themed)));
    }
    await themed.close();

    expect(violations).toEqual([]);
  });
});

async function seriousViolations({ page }: PlaygroundPage): Promise<string[]> {
  // GraphiQL 5 nests the buttons of a tab in the element with the role. Its markup cannot be changed here.
  const { violations } = await new AxeBuilder({ page }).disableRules("nested-interactive").analyze();
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
