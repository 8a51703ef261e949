import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { onTestFinished } from 'vitest';
import { createSignatureHandler, toNodeHandler } from '../../src/server';
import { sdkKey, sdkSecret } from '../e2e/harness';

/**
 * Serves a folder with the headers of docs/recipes/cross-origin-isolation.md, and an endpoint at
 * `/api/zoom/signature`, until the test is over. Returns the URL.
 */
export async function serveWithEndpoint(folder: string): Promise<string> {
  const sign = toNodeHandler(createSignatureHandler({ sdkKey, sdkSecret, authorize: () => true }));
  const files = sirv(folder, {
    dev: true,
    setHeaders(response) {
      response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
      response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    },
  });
  const server = createServer((request, response) =>
    request.url === '/api/zoom/signature' ? sign(request, response) : files(request, response),
  );
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => void server.close());
  return `http://localhost:${(server.address() as AddressInfo).port}`;
}
