import { describe, expect } from 'vitest';
import { routeCdn } from '../stand-in/playwright';
import { allowStandIn, documentedPolicies } from './csp-policies';
import { it, useBrowser, type Opened } from './harness';
import type { PageOptions } from './page/main';

useBrowser();

const { fromCdn, selfHosted, withNonce } = documentedPolicies();
const nonce = 'R4nd0m';
const cdn = 'https://source.zoom.us/6.2.0';

/** Joins on a page with a policy, and returns the violations that the browser reported. */
async function joinUnder(policy: string, { open }: { open: () => Promise<Opened> }, options: PageOptions) {
  const opened = await open();
  await routeCdn(opened.context);
  await opened.page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace('<script ', `<script nonce="${nonce}" `),
        headers: { ...response.headers(), 'content-security-policy': allowStandIn(policy) },
      });
    },
  );
  // Also those in workers, which raise no event on the page.
  const reported: string[] = [];
  opened.page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) reported.push(message.text());
  });
  await opened.page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
      console.error(`Content Security Policy: ${effectiveDirective} ${blockedURI}`),
    );
  });
  await opened.page.reload();
  await opened.mount(options);
  await opened.waitFor('joined');
  // The SDK compiles what audio and video need once it is in.
  await opened.page.waitForResponse(/\.wasm$/, { timeout: 10_000 }).catch(() => {});
  await opened.page.waitForTimeout(1500);
  return reported;
}

/** By the address of the CDN, since the page of the tests has a `baseUrl` otherwise. */
const onCdn = { script: { baseUrl: cdn } };

describe.concurrent('the policies of docs/recipes/csp.md', () => {
  it('the SDK from the CDN', async ({ open }) => {
    expect(await joinUnder(fromCdn, { open }, onCdn)).toEqual([]);
  });

  it('the SDK from the page’s own server', async ({ open }) => {
    expect(await joinUnder(selfHosted, { open }, {})).toEqual([]);
  });

  it('with a nonce', async ({ open }) => {
    expect(await joinUnder(withNonce, { open }, { script: { baseUrl: cdn, nonce } })).toEqual([]);
  });

  it.for(["'wasm-unsafe-eval'", "'unsafe-inline'", ' data:'])('%s is needed', async (part, { open }) => {
    expect(selfHosted).toContain(part);
    expect(await joinUnder(selfHosted.replace(part, ''), { open }, {})).not.toEqual([]);
  });
});
