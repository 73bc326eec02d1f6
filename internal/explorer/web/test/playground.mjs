// usage: node test/playground.mjs http://127.0.0.1:8080 [screenshot.png]
//
// Opens the playground of a running server in a headless Chromium, runs every
// example query and looks at what comes back. Fails on an error in an answer, on
// an error in the console, on a breach of the content security policy, and on
// any request to another origin. CHROMIUM names the browser where it is not
// found by its usual names.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chromium } from 'playwright-core';

const [server, screenshot] = process.argv.slice(2);
assert(server, 'usage: playground.mjs URL [screenshot.png]');
const { origin } = new URL(server);

function browserPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = 'chromium chromium-browser google-chrome';
  try {
    return execFileSync('sh', ['-c', `for n in ${names}; do command -v $n && exit; done; exit 1`], { encoding: 'utf8' }).trim();
  } catch {
    throw new Error(`none of ${names} is installed; install one or name it in CHROMIUM`);
  }
}

// watch returns a list that fills with what a page must not do.
function watch(page) {
  const faults = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('requestfailed', (request) => {
    const { errorText } = request.failure();
    if (errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${errorText}`); // not what the page took back
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.origin !== origin) faults.push(`foreign: ${url}`);
  });
  page.on('response', (response) => response.status() >= 400 && faults.push(`${response.status()}: ${response.url()}`));
  return faults;
}

// ask opens a tab, runs its query and returns the answer that the page shows.
// GraphiQL reads a tab's operation 100 ms after the tab's text.
async function ask(page, tab) {
  await tab.click();
  await page.waitForTimeout(500);
  await page.getByRole('button', { name: /execute query/i }).click();
  await page.locator('.graphiql-response .view-lines').getByText(/"(data|errors)"/).first().waitFor();
  const text = await page.evaluate(() =>
    globalThis.__MONACO.editor.getModels().find((model) => model.uri.path.endsWith('response.json')).getValue(),
  );
  return JSON.parse(text);
}

const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  const faults = watch(page);
  await page.goto(`${origin}/`);
  await page.getByRole('link', { name: 'Playground' }).click();
  const tabs = page.getByRole('tab');
  await tabs.first().waitFor();
  await page.locator('.graphiql-query-editor .view-lines').getByText('query').first().waitFor();
  for (let i = 0; i < (await tabs.count()); i++) {
    const answer = await ask(page, tabs.nth(i));
    const name = await tabs.nth(i).getByRole('button').first().textContent();
    assert(answer.data && !answer.errors, `${name}: ${JSON.stringify(answer).slice(0, 500)}`);
    console.log(`ok ${name}`);
    if (i === 0 && screenshot) await page.screenshot({ path: screenshot });
  }
  assert.deepEqual(faults, []);
} finally {
  await browser.close();
}
