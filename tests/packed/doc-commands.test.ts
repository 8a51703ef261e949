import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installApp } from '../install-app';
import { fencedBlocks } from '../unit/docs/fenced-blocks';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (page: string) => readFileSync(join(root, page), 'utf8');
const pages = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .map((page) => `docs/${page.replaceAll('\\', '/')}`)
    .filter((page) => page.endsWith('.md') && !page.startsWith('docs/reference/')),
];

/** The lines of a page's `sh` blocks that start with this text. */
const linesOf = (page: string, start: string) =>
  fencedBlocks(read(page))
    .filter(({ language }) => language === 'sh')
    .flatMap(({ code }) => code.split('\n'))
    .filter((line) => line.startsWith(start));

/** Every call of our command line in the docs. */
const commands = pages.flatMap((page) => [
  ...linesOf(page, 'npx react-zoom-meeting '),
  // A call in a script of a package.json.
  ...fencedBlocks(read(page))
    .filter(({ language }) => language === 'json')
    .flatMap(({ code }) => code.match(/(?<=": ")react-zoom-meeting [^"]+/g) ?? [])
    .map((call) => `npx ${call}`),
]);
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

/** Runs a command of a page in the reader's folder, unchanged except for the port. */
async function run(line: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = {
    ...process.env,
    STAGING: `http://localhost:${port}`,
    MEETING: meetingNumber,
    TOKEN: 'Bearer abcdefgh',
    // npx must not download another version.
    npm_config_yes: 'false',
  };
  const shell = promisify(execFile)('sh', ['-c', line.replaceAll('3001', String(port))], { cwd: app, env });
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

  it.each([
    ['README.md', read('package.json')],
    [
      'docs/quick-start.md',
      fencedBlocks(read('docs/quick-start.md')).find(({ path }) => path === 'package.json')!.code,
    ],
  ])('all npm scripts that %s mentions exist', (page, manifest) => {
    const { scripts } = JSON.parse(manifest) as { scripts: Record<string, string> };
    const named = linesOf(page, 'npm ')
      .map((line) => /^npm (?:run )?([\w:-]+)/.exec(line)![1]!)
      .filter((name) => name !== 'install');
    expect(named.length).toBeGreaterThan(1);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});
