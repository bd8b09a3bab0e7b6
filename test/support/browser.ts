import { existsSync } from "node:fs";
import { chromium, type Browser } from "playwright-core";

const USUAL_PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Only the pages under test may cause traffic: Chromium's own look-ups and updates are disabled. */
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * The path of Chromium: CHROMIUM_PATH, otherwise a usual location; null if there is none.
 * Throws when CHROMIUM_PATH does not name a file.
 */
export function findChromium(): string | null {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, and there is no such file.`);
  return chosen || (USUAL_PLACES.find((path) => existsSync(path)) ?? null);
}

/**
 * `describe` if Chromium is installed; otherwise the suite is skipped with a message.
 * Throws when CI is set and Chromium is missing, because CI must not skip a browser suite.
 */
export function describeWithBrowser(name: string, suite: (launch: () => Promise<Browser>) => void): void {
  const executablePath = findChromium();
  if (executablePath) {
    describe(name, () => suite(() => chromium.launch({ executablePath, args: ARGUMENTS })));
    return;
  }
  if (process.env.CI)
    throw new Error(`"${name}" needs Chromium. Install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.`);
  process.stderr.write(`Skipped "${name}": no Chromium found. Install it or set CHROMIUM_PATH.\n`);
  describe.skip(name, () => suite(noBrowser));
}

function noBrowser(): Promise<Browser> {
  return Promise.reject(new Error("This suite is skipped: there is no Chromium."));
}
