import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { vi } from 'vitest';

/** Serves the page of a Vite configuration on a free port. The path is relative to the root of the repository. */
export async function serveVite(config: string): Promise<{ vite: ViteDevServer; address: string }> {
  // As in the npm scripts, but not in Vitest.
  vi.stubEnv('NODE_ENV', 'development');
  const vite = await createServer({
    configFile: fileURLToPath(new URL(`../../${config}`, import.meta.url)),
    logLevel: 'warn',
    server: { port: 0, open: false },
  });
  await vite.listen();
  return { vite, address: vite.resolvedUrls!.local[0]! };
}
