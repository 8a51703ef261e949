import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { canInstallDebianPackages } from '../../scripts/install.mjs';
import { createConsumer, type Consumer } from './consumer';
import { docPage, installCommands } from './doc-page';
import { record } from './record';

const recipe = docPage('recipes/rate-limit.md');
/** The same as in the recipe. */
const limit = 100;

let app: Consumer | undefined;
afterEach(() => app?.remove());

function hasRedis(): boolean {
  try {
    execFileSync('redis-server', ['--version']);
    return true;
  } catch {
    if (!canInstallDebianPackages()) return false;
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server']);
    return true;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function startRedis(port: number) {
  const folder = await mkdtemp(join(tmpdir(), 'redis-'));
  const redis = spawn('redis-server', ['--port', String(port), '--save', '', '--dir', folder]);
  onTestFinished(() => void redis.kill());
  return redis;
}

/** Requests a signature as one client. */
async function ask(port: number, address: string): Promise<Response> {
  return fetch(`http://localhost:${port}/api/zoom/signature`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-real-ip': address },
    body: JSON.stringify({ meetingNumber: '1234567890', role: 0 }),
  });
}

describe('docs/recipes/rate-limit.md, on Redis', () => {
  // Redis is a server program, which no npm package contains.
  it.skipIf(!hasRedis())('allows exactly the limit across four processes', async ({ task }) => {
    const redisPort = await freePort();
    const redis = await startRedis(redisPort);
    app = await createConsumer('rate-limit');
    await app.write([{ path: 'package.json', code: JSON.stringify({ private: true, type: 'module' }) }]);
    for (const line of installCommands(recipe)) await app.install(line);
    await app.write(recipe.files);
    const ports = await Promise.all([1, 2, 3, 4].map(freePort));
    const environment = 'ZOOM_SDK_KEY=key\nZOOM_SDK_SECRET=a secret of at least thirty-two bytes\n';
    await app.write([{ path: '.env', code: environment }]);
    const [start] = recipe.commands.filter((line) => !line.startsWith('npm install '));
    for (const port of ports) app.start(start!.replace('6379', String(redisPort)), { PORT: String(port) });
    for (const port of ports) await vi.waitFor(() => ask(port, `to start ${port}`), { timeout: 30_000 });

    const passed: Record<string, number> = {};
    const statuses = new Set<number>();
    const requests = Array.from({ length: 10_000 }, (_, i) => ({
      port: ports[i % ports.length]!,
      address: `client ${i % 3}`,
    }));
    const worker = async () => {
      for (let next = requests.pop(); next; next = requests.pop()) {
        const { status, headers } = await ask(next.port, next.address);
        statuses.add(status);
        if (status === 200) passed[next.address] = (passed[next.address] ?? 0) + 1;
        else expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
      }
    };
    await Promise.all(Array.from({ length: 64 }, worker));
    expect([...statuses].sort()).toEqual([200, 429]);
    expect(passed).toEqual({ 'client 0': limit, 'client 1': limit, 'client 2': limit });

    redis.kill();
    await once(redis, 'exit');
    await vi.waitFor(async () => expect((await ask(ports[0]!, 'client 4')).status).toBe(500), 10_000);
    record(task, {
      section: 'Servers',
      what: '[A rate limit for several processes](recipes/rate-limit.md): 10,000 requests, four processes',
      versions: app.versions('rate-limiter-flexible', 'ioredis'),
    });
  });
});
