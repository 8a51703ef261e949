import { fileURLToPath } from 'node:url';
import { createServer, type ViteDevServer } from 'vite';
import { vi } from 'vitest';

/** Serves the page of a Vite configuration, which is a path from the root of the repository, on a free port. */
export async function serveVite(config: string): Promise<{ vite: ViteDevServer; address: string }> {
  // As in the commands, but not in Vitest.
  vi.stubEnv('NODE_ENV', 'development');
  const vite = await createServer({
    configFile: fileURLToPath(new URL(`../../${config}`, import.meta.url)),
    logLevel: 'warn',
    server: { port: 0, open: false },
  });
  await vite.listen();
  return { vite, address: vite.resolvedUrls!.local[0]! };
}
