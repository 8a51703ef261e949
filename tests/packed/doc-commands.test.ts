import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installApp } from '../install-app';
import { docCommands } from '../unit/docs/commands';
import { fencedBlocks } from '../unit/docs/fenced-blocks';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (page: string) => readFileSync(join(root, page), 'utf8');
/** Every call of our command line in the docs. */
const commands = docCommands
  .map(({ line }) => line)
  .filter((line) => line.startsWith('npx react-zoom-meeting '));
const doctors = [...new Set(commands.filter((command) => command.includes(' doctor ')))];
const copies = [...new Set(commands.filter((command) => command.includes(' copy-sdk ')))];

/** The values that a reader puts into the `.env` of the quick start, none of which appears on the page. */
const readersEnv = {
  'your-client-id': 'An1SdkKeyOf22Letters00',
  'your-client-secret': 'kT9vXq2LmB7wZr4NcY8dHs3GfJ6pAe1u',
  'the-passcode-of-the-meeting': 'zoom42',
  '1234567890': '9876543210',
};
const meetingNumber = readersEnv['1234567890'];

let app: string;
let port: number;
let endpoint: ChildProcess;

beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-commands-'));
  port = await freePort();
  for (const { path, code } of fencedBlocks(read('docs/quick-start.md'))) {
    if (path === undefined) continue;
    await mkdir(dirname(join(app, path)), { recursive: true });
    await writeFile(
      join(app, path),
      path === '.env' ? filledIn(code) : code.replaceAll('3001', String(port)),
    );
  }
  await installApp(app, ['@zoom/meetingsdk']);
  // Linked as by npm.
  const cli = join(app, 'node_modules/react-zoom-meeting/dist/cli.js');
  await chmod(cli, 0o755);
  await mkdir(join(app, 'node_modules/.bin'), { recursive: true });
  await symlink(cli, join(app, 'node_modules/.bin/react-zoom-meeting'));

  endpoint = spawn('npm', ['run', '--silent', 'endpoint'], { cwd: app, detached: true, stdio: 'inherit' });
  await writeFile(join(app, 'signature.txt'), await signature());
});
afterAll(async () => {
  // The whole process group, because npm leaves its child processes running.
  if (endpoint?.exitCode === null) process.kill(-endpoint.pid!);
  await rm(app, { recursive: true, force: true });
});

function filledIn(code: string): string {
  return Object.entries(readersEnv).reduce((text, [shown, own]) => {
    expect(text).toContain(shown);
    return text.replace(shown, own);
  }, code);
}

/** A signature from the endpoint, as soon as it listens. */
function signature(): Promise<string> {
  return vi.waitFor(
    async () => {
      const response = await fetch(`http://localhost:${port}/api/zoom/signature`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ meetingNumber, role: 0 }),
      });
      return ((await response.json()) as { signature: string }).signature;
    },
    { timeout: 30_000, interval: 200 },
  );
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port: free } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return free;
}

/** Runs a command of a page in the reader's folder, unchanged except for the address and the meeting. */
async function run(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    STAGING: `http://localhost:${port}`,
    MEETING: meetingNumber,
    TOKEN: 'Bearer abcdefgh',
    // npx must not download another version.
    npm_config_yes: 'false',
  };
  const readers = line
    .replaceAll('3001', String(port))
    .replace('https://example.com', `http://localhost:${port}`)
    .replace(' 1234567890', ` ${meetingNumber}`);
  const shell = promisify(execFile)('sh', ['-c', readers], { cwd: app, env });
  return shell.then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
}

describe('the commands of README.md and docs, after the quick start', () => {
  it('are found', () => {
    expect(doctors.length).toBeGreaterThanOrEqual(3);
    expect(copies.length).toBeGreaterThanOrEqual(2);
    expect(doctors.join('\n')).toContain('--secret-env');
  });

  it.each(doctors)('%s', async (command) => {
    const { code, stdout, stderr } = await run(command);
    expect(code, `${stdout}${stderr}`).toBe(0);
    const report = command.includes('> doctor.json')
      ? await readFile(join(app, 'doctor.json'), 'utf8')
      : stdout;
    if (command.includes('--json')) expect(JSON.parse(report)).toMatchObject({ ok: true, findings: [] });
    else expect(report).toContain('No problems found.');
    if (command.includes('--secret-env')) expect(report).toContain('made with the secret in ZOOM_SDK_SECRET');
  });

  it.each(copies)('%s', async (command) => {
    const { code, stdout } = await run(command);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Copied Zoom Meeting SDK|already has Zoom Meeting SDK/);
    const [folder] = / public\S+/.exec(command)!;
    const script = await readFile(join(app, folder.trim(), 'zoomus-websdk-embedded.umd.min.js'));
    const [, manifest] = / --integrity (\S+)/.exec(command) ?? [];
    if (manifest === undefined) return;
    const hashes = JSON.parse(await readFile(join(app, manifest), 'utf8')) as Record<string, string>;
    const hash = createHash('sha384').update(script).digest('base64');
    expect(hashes['zoomus-websdk-embedded.umd.min.js']).toBe(`sha384-${hash}`);
  });
});

describe('the commands in a clone of the repository', () => {
  it.each(['npm start', 'npm run example'])('%s serves its page', async (command) => {
    const { NODE_ENV: _, ...env } = process.env;
    const server = spawn('sh', ['-c', `${command} -- --port 0`], {
      cwd: root,
      detached: true,
      env: { ...env, NO_OPEN: '1', NO_COLOR: '1' },
    });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let output = '';
        server.stdout.on('data', (data) => {
          output += String(data);
          const [, found] = /Local: +(http:\S+)/.exec(output) ?? [];
          if (found !== undefined) resolve(found);
        });
        server.on('exit', (code) => reject(new Error(`${command} ended with ${code}: ${output}`)));
      });
      const page = await fetch(address);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('/@vite/client');
    } finally {
      // The whole process group, because npm leaves its child processes running.
      if (server.exitCode === null) process.kill(-server.pid!);
    }
  });
});
