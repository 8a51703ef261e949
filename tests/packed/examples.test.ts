import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { launchOptions } from '../../scripts/find-chromium.mjs';
import { installApp } from '../install-app';

const examples = fileURLToPath(new URL('../../examples', import.meta.url));
const run = promisify(execFile);

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-examples-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/**
 * A copy of an example outside the repository, with the published package and the other packages in its
 * package.json.
 */
async function copy(example: string): Promise<string> {
  const at = join(folder, example);
  await cp(join(examples, example), at, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist', '.env'].includes(basename(path)),
  });
  const manifest = JSON.parse(await readFile(join(at, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  await installApp(at, Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
  return at;
}

/** Without the variables that Vitest sets. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(NODE_ENV|TEST|VITEST.*)$/.test(name)),
);
/** Runs npm. Fails with its output. */
const npm = (at: string, ...args: string[]) =>
  run('npm', args, { cwd: at, env }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(`npm ${args.join(' ')}: ${error.stdout}${error.stderr}`);
  });

function stopWhenFinished(child: ChildProcess): void {
  onTestFinished(() => {
    // The whole process group, because npm leaves its child processes running.
    if (child.exitCode === null) process.kill(-child.pid!);
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

describe('examples/sandbox, with the published package', () => {
  it('type-checks, builds, and shows `joined`', async () => {
    const at = await copy('sandbox');
    await run('npx', ['--no-install', 'tsc'], { cwd: at, env });
    await npm(at, 'run', 'build');

    const server = createServer(sirv(join(at, 'dist')));
    await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
    onTestFinished(() => void server.close());
    const browser = await chromium.launch(launchOptions());
    onTestFinished(() => browser.close());
    const page = await browser.newPage();
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!/^(data:|blob:|http:\/\/localhost:)/.test(request.url())) outside.push(request.url());
    });
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}`);
    const status = page.getByTestId('status');
    await status.filter({ hasText: /^joined$/ }).waitFor();
    await page.getByText('In the meeting: Ada, Grace').waitFor();
    await page.getByLabel('What happens').selectOption('Wrong passcode');
    await status.filter({ hasText: /^failed$/ }).waitFor();
    await page.getByLabel('Meeting passcode').fill('zoom42');
    await page.getByRole('button', { name: 'Join' }).click();
    await status.filter({ hasText: /^joined$/ }).waitFor();
    expect(outside).toEqual([]);
  });
});

describe('examples/app, with the published package', () => {
  it('builds, and its server signs for a signed-in user', async () => {
    const at = await copy('app');
    await npm(at, 'run', 'build');
    await writeFile(
      join(at, '.env'),
      'ZOOM_SDK_KEY=demo-sdk-key\nZOOM_SDK_SECRET=demo-sdk-secret-of-at-least-32-bytes\n',
    );
    const port = await freePort();
    const address = `http://localhost:${port}`;
    stopWhenFinished(
      spawn('npm', ['start'], {
        cwd: at,
        env: { ...env, PORT: String(port) },
        detached: true,
        stdio: 'inherit',
      }),
    );
    const page = await vi.waitFor(() => fetch(`${address}/meetings/1234567890`), { timeout: 60_000 });
    expect(await page.text()).toContain('<div id="root">');
    expect(page.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect((await fetch(`${address}/api/account`)).status).toBe(401);

    const signedIn = await fetch(`${address}/api/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ userId: 'bob' }),
      redirect: 'manual',
    });
    const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
    const answer = await fetch(`${address}/api/zoom/signature`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ meetingNumber: '1234567890', role: 1 }),
    });
    const { signature } = (await answer.json()) as { signature: string };
    expect(JSON.parse(Buffer.from(signature.split('.')[1]!, 'base64url').toString())).toMatchObject({
      mn: '1234567890',
      role: 0,
    });
  });
});
