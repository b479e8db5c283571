import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { mermaidFile } from '../../scripts/pages/page.ts';

/** Where distributions and GitHub's runners have it. */
const places = ['/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The browser of this machine, if it has one. */
export const installed = places.find((place) => existsSync(place));

export async function openBrowser(): Promise<Browser> {
  const args = ['--disable-gpu', '--disable-quic'];
  return chromium.launch({ executablePath: installed ?? '', args });
}

/** How a person looks at a page. */
export interface Poll {
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
  /** Everything that can be unfolded. */
  readonly details: 'open' | 'closed';
}

/** What there is to see of a page. */
export interface Seen extends Poll {
  /** How many charts are drawn. */
  readonly charts: number;
  /** All that is wrong with it. */
  readonly faults: readonly string[];
}

const inspect = readFileSync(new URL('inspect.js', import.meta.url), 'utf8');

/** Looks at a file in a page, and takes a picture of each look if asked to. */
export async function lookAt(
  page: Page,
  file: string,
  polls: readonly Poll[],
  pictureOf?: (poll: Poll) => string,
): Promise<readonly Seen[]> {
  const faults = await faultsOnTheWay(page, pathToFileURL(file));
  try {
    const seen: Seen[] = [];
    // How long a busy machine takes says nothing: the test has a limit of its own.
    await page.goto(pathToFileURL(file).href, { timeout: 0 });
    for (const poll of polls) {
      await take(page, poll);
      if (pictureOf) await page.screenshot({ path: pictureOf(poll), fullPage: true });
      const found = (await page.evaluate(inspect)) as Pick<Seen, 'charts' | 'faults'>;
      seen.push({ ...poll, ...found, faults: [...faults, ...found.faults] });
    }
    return seen;
  } finally {
    page.removeAllListeners();
    await page.unrouteAll();
  }
}

/** Changes the poll, at once and not in two steps, and waits until the charts are drawn for it. */
async function take(page: Page, { width, colorScheme, details }: Poll): Promise<void> {
  await Promise.all([
    page.setViewportSize({ width, height: 800 }),
    page.emulateMedia({ colorScheme }),
  ]);
  const drawn = JSON.stringify(`${width} ${colorScheme}`);
  await page.waitForFunction(`document.documentElement.dataset.drawn === ${drawn}`);
  await page.evaluate(
    `document.querySelectorAll('details').forEach((each) => { each.open = ${details === 'open'}; })`,
  );
}

/** What goes wrong before anyone looks: dialogs, errors, and requests that leave the page. */
async function faultsOnTheWay(page: Page, url: URL): Promise<readonly string[]> {
  const faults: string[] = [];
  const allowed = [url.href, new URL(mermaidFile, url).href];
  page.on('dialog', (dialog) => {
    faults.push(`a script ran: ${dialog.type()} ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(`an error: ${error.message}`));
  await page.route(
    ({ href }) => !allowed.includes(href),
    (route) => {
      faults.push(`a request leaves the page: ${route.request().url()}`);
      return route.abort();
    },
  );
  return faults;
}
