import { execFile } from 'node:child_process';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';

const run = promisify(execFile);

/** The body that npm sends to a registry: the versions of each package. */
type Asked = Record<string, string[]>;

async function asked(request: IncomingMessage): Promise<Asked> {
  const body = await buffer(request);
  const isPacked = request.headers['content-encoding'] === 'gzip';
  return JSON.parse((isPacked ? gunzipSync(body) : body).toString()) as Asked;
}

/** Runs the script against a registry with these answers. */
async function audit(answer: (request: Asked) => object | undefined) {
  const requests: Asked[] = [];
  const server = createServer(async (request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.method === 'GET') {
      // npm requests the versions of a package.
      const name = decodeURIComponent(request.url!.slice(1));
      return response.end(JSON.stringify({ name, versions: {}, 'dist-tags': {} }));
    }
    const packages = await asked(request);
    requests.push(packages);
    const answered = answer(packages);
    response.statusCode = answered ? 200 : 405;
    response.end(JSON.stringify(answered ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const env = { ...process.env, npm_config_registry: `http://localhost:${port}/` };
  const { code, stdout, stderr } = await run(process.execPath, ['scripts/audit.mjs'], { env }).then(
    (ended) => ({ code: 0, ...ended }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  return { code, printed: stdout + stderr, requests };
}

test('asks about exactly the bundled packages, the peers, and their dependencies', async () => {
  const { code, printed, requests } = await audit(() => ({}));
  expect(printed).toContain('found 0 vulnerabilities');
  expect(code).toBe(0);
  const names = [...new Set(requests.flatMap(Object.keys))].sort();
  expect(names).toEqual(
    [
      ...['commander', 'picocolors'],
      ...['tar', '@isaacs/fs-minipass', 'chownr', 'minipass', 'minizlib', 'yallist'],
      ...['react', 'react-dom', 'scheduler', '@tanstack/react-query', '@tanstack/query-core'],
    ].sort(),
  );
});

test('fails when one of them has a vulnerability', async () => {
  const { code, printed } = await audit(({ minipass }) =>
    minipass
      ? {
          minipass: [
            {
              id: 1,
              url: 'https://github.com/advisories/GHSA-0000',
              title: 'Reads too much',
              severity: 'high',
              vulnerable_versions: '>=0.0.0',
            },
          ],
        }
      : {},
  );
  expect(printed).toContain('Reads too much');
  expect(code).not.toBe(0);
});

test('fails when the registry cannot report vulnerabilities', async () => {
  const { code, printed } = await audit(() => undefined);
  expect(printed).toContain('audit endpoint returned an error');
  expect(code).not.toBe(0);
});
