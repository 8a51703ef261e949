import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { sdkFiles } from './build-page';

/** MSW's service worker, for a page that contains the stand-in. */
const worker = sirv(fileURLToPath(new URL('../../node_modules/msw/lib', import.meta.url)));

/**
 * Serves the folder of built test pages on a free port, and `sdk` as `/zoom-sdk`. The query of a page sets its
 * headers: `embedder` is `Cross-Origin-Embedder-Policy`, and `policy` is `Content-Security-Policy`.
 */
export async function servePage(
  pages: string,
  sdk = sdkFiles,
): Promise<{ origin: string; close: () => void }> {
  const page = sirv(pages, { dev: false });
  const sdkServer = sirv(sdk, {});
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '', 'http://localhost');
    const policy = searchParams.get('policy');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', searchParams.get('embedder') ?? 'require-corp');
    if (policy !== null) response.setHeader('Content-Security-Policy', policy);
    if (request.url === '/mockServiceWorker.js') return worker(request, response);
    if (!request.url?.startsWith('/zoom-sdk/')) return page(request, response);
    request.url = request.url.slice('/zoom-sdk'.length);
    return sdkServer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://localhost:${port}`, close: () => void server.close() };
}
