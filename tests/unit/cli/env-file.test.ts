import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cli } from './run-in-process';
import { answers, listen, sample, secret, sign } from './signer';

let cwd: string;
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'env-file-'));
});
afterEach(() => rm(cwd, { recursive: true }));

const env = (text: string) => writeFile(join(cwd, '.env'), text);
const fromFile = ['--env-file', '.env', '--secret-env', 'ZOOM_SDK_SECRET'];

/** The meeting numbers that an endpoint receives. */
async function askedFor(args: string[], environment: Record<string, string> = {}) {
  const numbers: unknown[] = [];
  const { url, close } = await listen((response, request, call) => {
    let text = '';
    request.on('data', (chunk) => (text += String(chunk)));
    request.on('end', () => {
      const { meetingNumber } = JSON.parse(text) as { meetingNumber: string };
      numbers.push(meetingNumber);
      sample(() => sign({ mn: meetingNumber }))(response, request, call);
    });
  });
  const run = await cli(['doctor', '--url', url, '--calls', '1', ...args], { cwd, env: environment });
  await close();
  return { numbers, ...run };
}

describe('--env-file', () => {
  test.each([
    ['unquoted', secret],
    ['in quotes', `"${secret}"`],
    ['followed by a comment', `${secret} # of the app`],
  ])('provides the secret for --secret-env, %s', async (_, value) => {
    await env(`# Zoom\nZOOM_SDK_KEY=key\nZOOM_SDK_SECRET=${value}\n`);
    const { exitCode, stdout } = await cli(['doctor', sign(), ...fromFile], { cwd });
    expect(stdout).toContain('made with the secret in ZOOM_SDK_SECRET');
    expect(stdout).toContain('No problems found.');
    expect(exitCode).toBe(0);
  });

  test('does not override variables that are already set, as in Node', async () => {
    await env('ZOOM_SDK_SECRET=of-the-file\n');
    const { exitCode } = await cli(['doctor', sign(), ...fromFile], {
      cwd,
      env: { ZOOM_SDK_SECRET: secret },
    });
    expect(exitCode).toBe(0);
  });

  test('is rejected when it cannot be read', async () => {
    const { exitCode, stderr } = await cli(['doctor', sign(), ...fromFile], { cwd });
    expect(stderr).toContain('--env-file must be a file that can be read');
    expect(exitCode).toBe(2);
  });

  test('is rejected when it lacks the variable', async () => {
    await env('ZOOM_SDK_KEY=key\n');
    const { exitCode, stderr } = await cli(['doctor', sign(), ...fromFile], { cwd });
    expect(stderr).toContain('--secret-env must name a variable that is set');
    expect(exitCode).toBe(2);
  });
});

describe('--meeting-number-env', () => {
  const asNamed = ['--env-file', '.env', '--meeting-number-env', 'VITE_MEETING_NUMBER'];

  test('names the variable that has the meeting number', async () => {
    await env('VITE_MEETING_NUMBER="987 6543 2109"\n');
    const { numbers, exitCode } = await askedFor(asNamed);
    expect(numbers).toEqual(['98765432109']);
    expect(exitCode).toBe(0);
  });

  test('is rejected when the variable has no meeting number, without printing its value', async () => {
    await env(`VITE_MEETING_NUMBER=${secret}\n`);
    const { numbers, exitCode, stderr } = await askedFor(asNamed);
    expect(stderr).toContain('--meeting-number-env must name a variable that holds 9 to 11 digits');
    expect(stderr).not.toContain(secret);
    expect(exitCode).toBe(2);
    expect(numbers).toEqual([]);
  });

  test('is rejected together with --meeting-number', async () => {
    await env('VITE_MEETING_NUMBER=9876543210\n');
    const { exitCode, stderr } = await askedFor([...asNamed, '--meeting-number', '1234567890']);
    expect(stderr).toContain('--meeting-number-env cannot be combined with --meeting-number');
    expect(exitCode).toBe(2);
  });
});

test('a 403 is reported with the meeting, and with how to ask for another one', async () => {
  const { url, close } = await listen(answers(403));
  const { stdout } = await cli(['doctor', '--url', url]);
  await close();
  expect(stdout).toContain('The endpoint refused to sign for this meeting. (endpoint-forbidden)');
  expect(stdout).toContain('status 403 for meeting 1234567890, role 0');
  expect(stdout).toContain('With --meeting-number, pass a meeting that authorize allows.');
});
