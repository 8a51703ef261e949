import { describe, expect } from 'vitest';
import { routeCdn } from '../stand-in/playwright';
import { allowStandIn, documentedPolicies } from './csp-policies';
import { it, useBrowser, type Opened } from './harness';
import type { PageOptions } from './page/main';

useBrowser();

const { fromCdn, selfHosted, withNonce } = documentedPolicies();
const nonce = 'R4nd0m';
const cdn = 'https://source.zoom.us/6.2.0';

/** A page with a policy in a header. Its own scripts have the nonce. */
async function openUnder(header: string, policy: string, open: Open, before = ''): Promise<Opened> {
  const opened = await open({ before });
  await routeCdn(opened.context);
  await opened.page.route(
    (url) => url.pathname === '/',
    async (route) => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        body: (await response.text()).replace('<script ', `<script nonce="${nonce}" `),
        headers: { ...response.headers(), [header]: allowStandIn(policy) },
      });
    },
  );
  return opened;
}
type Open = (setup?: { before?: string }) => Promise<Opened>;

/** Joins on a page with a policy, and returns the violations reported by the browser. */
async function joinUnder(policy: string, { open }: { open: Open }, options: PageOptions) {
  const opened = await openUnder('content-security-policy', policy, open);
  // This includes violations in workers, which cause no event on the page.
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
  // The SDK compiles its audio and video code after joining.
  await opened.page.waitForResponse(/\.wasm$/, { timeout: 10_000 }).catch(() => {});
  await opened.page.waitForTimeout(1500);
  return reported;
}

/** Uses the URL of the CDN, because the test page otherwise sets a `baseUrl`. */
const onCdn = { script: { baseUrl: cdn } };

describe.concurrent('the policies of docs/recipes/csp.md', () => {
  it('allow the SDK from the CDN', async ({ open }) => {
    expect(await joinUnder(fromCdn, { open }, onCdn)).toEqual([]);
  });

  it('allow the SDK from the page’s own server', async ({ open }) => {
    expect(await joinUnder(selfHosted, { open }, {})).toEqual([]);
  });

  it('work with a nonce', async ({ open }) => {
    expect(await joinUnder(withNonce, { open }, { script: { baseUrl: cdn, nonce } })).toEqual([]);
  });

  it.for(["'wasm-unsafe-eval'", "'unsafe-inline'", ' data:'])('require %s', async (part, { open }) => {
    expect(selfHosted).toContain(part);
    expect(await joinUnder(selfHosted.replace(part, ''), { open }, {})).not.toEqual([]);
  });
});

describe.concurrent('Trusted Types, with SDK 6.2.0', () => {
  const policy = `${selfHosted}; require-trusted-types-for 'script'`;
  /** Allows everything that a policy can allow, so that any remaining violation cannot be avoided. */
  const allowAll = `trustedTypes.createPolicy('default', {
    createHTML: (html) => html, createScript: (code) => code, createScriptURL: (url) => url,
  });`;

  it('cannot be enforced: the browser blocks the scripts of the SDK’s workers', async ({ open }) => {
    const opened = await openUnder('content-security-policy', policy, open, allowAll);
    await opened.page.reload();
    await opened.mount();
    await opened.waitFor('reconnecting');
    expect(await opened.statuses()).toContain('joined');
    expect(opened.pageErrors()).toMatch(/importScripts.+requires 'TrustedScriptURL'/);
  });

  it('make the join fail when the page has no default policy', async ({ open }) => {
    const opened = await openUnder('content-security-policy', policy, open);
    await opened.page.reload();
    await opened.mount({ retry: false });
    await opened.waitFor('failed');
    expect((await opened.calls()).errors).toMatchObject([
      { code: 'SDK_LOAD_FAILED', reason: expect.stringContaining('Trusted Types') },
    ]);
  });

  it('can be used in report-only mode', async ({ open }) => {
    const opened = await openUnder('content-security-policy-report-only', policy, open);
    await opened.page.reload();
    await opened.mount();
    await opened.waitFor('joined');
    // Longer than the meeting of the first test takes to reconnect.
    await opened.page.waitForTimeout(5000);
    expect(await opened.statuses()).toEqual(['preparing', 'joining', 'joined']);
  });
});
