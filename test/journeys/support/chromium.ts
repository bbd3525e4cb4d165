import { existsSync } from 'node:fs';
import packaged from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';

/** Browsers that are used when one is installed; else the one inside the npm package serves. */
const installed = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The browser that a machine has, if it has one. */
const own = installed.find((path) => path !== undefined && existsSync(path));

/** Unpacks the packaged browser where it is needed: once, before test files run side by side and would race to do it. */
export async function unpackBrowser(): Promise<void> {
  if (!own) await packaged.executablePath();
}

// For a Lambda function, which may have one process only; there, a context that is closed takes the browser with it.
const oneProcess = ['--single-process', '--no-zygote'];

async function launch(): Promise<Browser> {
  const quiet = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  if (own) return chromium.launch({ executablePath: own, args: quiet });
  const flags = packaged.args.filter((flag) => !oneProcess.includes(flag));
  return chromium.launch({ executablePath: await packaged.executablePath(), args: [...flags, ...quiet] });
}

/** What a person would not wait for: it ends a journey that has gone wrong, and none that a busy machine is late with. */
const PATIENCE_MS = 60_000;

const told = 'The policy of the page was broken';

/** Runs in each page before its own scripts. */
function tellViolations(words: string): void {
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile, lineNumber, sample }) =>
    console.error(words, location.pathname, violatedDirective, blockedURI, sourceFile, lineNumber, sample),
  );
}

/** What journeys do with a browser. */
export type Windows = Pick<Browser, 'newContext' | 'close'>;

/** Windows in a browser, which say when they are closed what their pages did against their policy. */
function watched(browser: Browser): Windows {
  const contexts: BrowserContext[] = [];
  const violations: string[] = [];
  return {
    async newContext(options) {
      const context = await browser.newContext(options);
      contexts.push(context);
      await context.addInitScript(tellViolations, told);
      context.setDefaultTimeout(PATIENCE_MS);
      context.on('console', (message) => {
        if (message.text().startsWith(told)) violations.push(message.text());
      });
      return context;
    },
    async close() {
      await Promise.all(contexts.map((context) => context.close()));
      if (violations.length > 0) throw new Error([...new Set(violations)].join('\n'));
    },
  };
}

/**
 * Starts a headless Chromium that asks nobody but the pages under test. Where a page of any of its windows does what its
 * Content-Security-Policy forbids, the browser says so when it is closed, and fails the journey.
 */
export async function startBrowser(): Promise<Windows> {
  const browser = await launch();
  const windows = watched(browser);
  return {
    ...windows,
    async close(options) {
      try {
        await windows.close();
      } finally {
        await browser.close(options);
      }
    },
  };
}

let running: Promise<Browser> | undefined;

/**
 * As `startBrowser`, in a browser that the journeys of this process share, one after another: a second of processor time each. Windows of
 * one journey know nothing of another's. It ends with the process.
 */
export async function openBrowser(): Promise<Windows> {
  running ??= launch();
  return watched(await running);
}
