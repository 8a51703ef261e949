import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { standInHosts, type StandIn } from './stand-in';

/**
 * Puts the stand-in between a browser and the network. Requests to hosts other than localhost and Zoom are refused
 * and listed in `blocked`, so that no test depends on other hosts.
 */
export async function routeStandIn(
  context: BrowserContext,
  standIn: StandIn,
): Promise<{ blocked: string[] }> {
  const blocked: string[] = [];
  await context.route('**/*', async (route) => {
    const request = route.request();
    const url = request.url();
    if (/^(data|blob):|^https?:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url)) return route.fallback();
    const answer = await standIn.http({ method: request.method(), url, body: request.postData() ?? '' });
    if (answer === 'hang') return;
    if (answer && answer !== 'abort') return route.fulfill(answer);
    if (!answer) blocked.push(url);
    await route.abort().catch(() => {});
  });
  await context.routeWebSocket(
    (url) => standInHosts.test(url.hostname),
    (socket) => {
      const { message, closed } = standIn.socket(socket.url(), {
        send: (text) => socket.send(text),
        close: () => {
          closed();
          void socket.close({ code: 1001 });
        },
      });
      socket.onMessage((text) => message(String(text)));
      socket.onClose(closed);
    },
  );
  return { blocked };
}

const sdk = fileURLToPath(new URL('../../node_modules/@zoom/meetingsdk/dist', import.meta.url));

/**
 * Serves Zoom's CDN from the installed package: the same files, except for the name of one. Call it after
 * `routeStandIn`.
 */
export async function routeCdn(context: BrowserContext): Promise<void> {
  await context.route('https://source.zoom.us/6.2.0/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname
      .replace('/6.2.0', sdk)
      .replace('zoom-meeting-embedded-6.2.0.min.js', 'zoom-meeting-embedded-ES5.min.js');
    if (!existsSync(file)) return route.fulfill({ status: 404 });
    await route.fulfill({ path: file, headers: { 'access-control-allow-origin': '*' } });
  });
}
