import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { installApp, manifestOf } from '../install-app';
import { createStandIn } from '../stand-in/stand-in';
import { routeCdn, routeStandIn } from '../stand-in/playwright';
import { fencedBlocks } from '../unit/docs/fenced-blocks';
import { launchChromium, sdkKey, sdkSecret } from './harness';

const root = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

const blocks = fencedBlocks(readFileSync(`${root}/docs/quick-start.md`, 'utf8'));
const files = blocks.flatMap(({ path, code }) => (path === undefined ? [] : [{ path, code }]));
const installed = blocks.flatMap(({ code }) =>
  [...code.matchAll(/^npm install (?:-D )?(.*)$/gm)].flatMap(([, names = '']) => names.split(' ')),
);

/** The reader's folder: what the page says, and what its install commands say. */
let app: string;
/** The endpoint's. */
let port: number;
let browser: Browser;

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-quick-start-'));
  port = await freePort();
  for (const { path, code } of files) {
    await mkdir(dirname(join(app, path)), { recursive: true });
    // The page's port may be taken on this machine.
    await writeFile(join(app, path), code.replaceAll('3001', String(port)));
  }
  await installApp(app, installed);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await rm(app, { recursive: true, force: true });
});

/** The names of packages that a file imports. */
function importsOf(code: string): string[] {
  return [...code.matchAll(/^(?:import|export)\b[^'"]*['"]((?:@[\w.-]+\/)?[\w-][\w.-]*)/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'node');
}

/** What the app needs: what it imports, the peers and the types of that, and what its scripts call. */
function needed(): string[] {
  const imported = files.flatMap(({ path, code }) => (/\.[jt]sx?$/.test(path) ? importsOf(code) : []));
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifestOf(root);
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  const types = [...imported, ...peers]
    .map((name) => `@types/${name}`)
    .filter((name) => existsSync(join(root, 'node_modules', name)));
  const scripts = JSON.stringify(
    (JSON.parse(files.find(({ path }) => path === 'package.json')!.code) as { scripts: object }).scripts,
  );
  const compiler = /\btsc\b/.test(scripts) ? ['typescript'] : [];
  const bundler = /\bvite\b/.test(scripts) ? ['vite'] : [];
  return [...new Set([...imported, ...peers, ...types, ...compiler, ...bundler])].sort();
}

/** Starts one of the app's scripts, with a demo's credentials in place of the reader's. */
function start(script: string, ...flags: string[]): ChildProcess {
  const child = spawn('npm', ['run', '--silent', script, '--', ...flags], {
    cwd: app,
    // Node's `--env-file` and Vite leave alone what is set already. Vitest's own NODE_ENV is not the reader's.
    env: {
      ...process.env,
      NODE_ENV: undefined,
      VITEST: undefined,
      ZOOM_SDK_KEY: sdkKey,
      ZOOM_SDK_SECRET: sdkSecret,
      ZOOM_PASSCODE: 'zoom42',
    },
    detached: true,
  });
  // All of its group, for npm leaves behind what it started.
  onTestFinished(() => void (child.exitCode === null && process.kill(-child.pid!)));
  return child;
}

/** What it printed, as soon as that matches. It goes on being read: who writes to nobody ends. */
function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      // eslint-disable-next-line no-control-regex -- colours
      text += String(chunk).replace(/\u001b\[\d+m/g, '');
      const found = pattern.exec(text);
      if (found) resolve(found);
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
    child.on('exit', () => reject(new Error(`It ended: ${text}`)));
  });
}

/** Whoever listens at a port of this machine is asked until there is an answer. */
async function answers(port: number): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(`http://localhost:${port}`).then(
          () => true,
          () => false,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
}

/** A port that nobody has. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

describe('docs/quick-start.md, word for word in an empty folder', () => {
  it('installs what the app needs, and nothing else', () => {
    expect([...installed].sort()).toEqual(needed());
  });

  it('has types that fit and builds', async () => {
    const { stdout } = await run('npm', ['run', 'build'], {
      cwd: app,
      env: { ...process.env, NODE_ENV: undefined, VITEST: undefined },
    });
    expect(stdout).toContain('built in');
  });

  it.each(['dev', 'preview'])('joins a meeting: npm run endpoint, npm run %s', async (script) => {
    start('endpoint');
    await answers(port);
    const [, address = ''] = await printed(start(script, '--port', '0'), /Local: +(http:\S+)/);
    const standIn = createStandIn({ sdkKey, sdkSecret });
    standIn.meeting.passcode = 'zoom42';
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const { blocked } = await routeStandIn(context, standIn);
    await routeCdn(context);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(address);
    await page.locator('.rzm-view[data-status=joined]').waitFor({ timeout: 90_000 });
    // One join, although StrictMode mounts twice.
    expect(standIn.log.filter(({ what }) => what === 'info').map(({ outcome }) => outcome)).toEqual(['ok']);
    await page.locator('.react-resizable').waitFor();
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
    expect(errors.filter((message) => !/net thread init error/i.test(message))).toEqual([]);
    expect(blocked).toEqual([]);
    await context.close();
  });
});
