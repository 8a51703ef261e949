import { describe, expect, test } from 'vitest';
import { signByHand } from '../server/sign-by-hand';
import { cli } from './run-in-process';
import { meeting, sample, secret, sdkKey, sign, listen } from './signer';

const url = 'http://127.0.0.1:9/';

describe('invalid usage exits with 2 and does not repeat the values', () => {
  test.each<[string, string[], string]>([
    ['nothing to check', ['doctor'], 'doctor needs either a signature'],
    ['two things to check', ['doctor', 'x', '--url', url], 'doctor needs either a signature'],
    ['a relative URL', ['doctor', '--url', `/api?token=${secret}`], '--url must be an absolute'],
    ['a file URL', ['doctor', '--url', 'file:///etc/passwd'], '--url must be an absolute'],
    [
      'a password in the URL',
      ['doctor', '--url', `http://ada:${secret}@localhost/`],
      '--url must have no user name',
    ],
    [
      'a meeting number with letters',
      ['doctor', 'x', '--meeting-number', secret],
      '--meeting-number must be',
    ],
    ['role 2', ['doctor', 'x', '--role', '2'], '--role must be 0 or 1'],
    ['a header without a name', ['doctor', '--url', url, '--header', secret], '--header must have the form'],
    [
      'a header with a newline',
      ['doctor', '--url', url, '--header', `A: ${secret}\nB: c`],
      '--header must have the form',
    ],
    [
      'an origin with a path',
      ['doctor', '--url', url, '--origin', 'https://a.example/b'],
      '--origin must be',
    ],
    [
      'the secret instead of its variable name',
      ['doctor', 'x', '--secret-env', secret],
      '--secret-env must name',
    ],
    ['no calls', ['doctor', '--url', url, '--calls', '0'], '--calls must be a whole number from 1 to 50'],
    ['half a second', ['doctor', '--url', url, '--timeout', '0.5'], '--timeout must be a whole number'],
    ['an unknown option', ['doctor', 'x', `--sign=${secret}`], "unknown option '--sign=…'"],
    ['a URL instead of a signature', ['doctor', url], 'Did you mean --url?'],
    [
      'a URL with a sign-in instead of a signature',
      ['doctor', `https://ada:${secret}@a.example`],
      'Did you mean --url?',
    ],
    ['the secret itself', ['doctor', 'x', '--secret', secret], 'Use --secret-env NAME'],
    [
      'the secret itself, with =',
      ['doctor', 'x', `--secret=${secret}`],
      'create a new one in the Marketplace',
    ],
    [
      'the secret itself, beside a URL',
      ['doctor', '--url', url, '--secret', secret],
      'Use --secret-env NAME',
    ],
    ['--secret without a value', ['doctor', 'x', '--secret'], 'Use --secret-env NAME'],
    ['an unknown command', [secret], 'unknown command'],
    ['two signatures', ['doctor', 'x', secret], 'too many arguments'],
    ['an empty DIR', ['copy-sdk', ''], 'DIR must not be empty'],
    ['a DIR that the system rejects', ['copy-sdk', 'a\0b'], 'error: '],
    ['no command', [], 'Usage: react-zoom-meeting'],
  ])('%s', async (_, args, message) => {
    const { exitCode, stdout, stderr } = await cli(args);
    expect(stderr).toContain(message);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).not.toContain(secret);
  });
});

test.each([[['--help']], [['--version']], [['doctor', '--help']], [['copy-sdk', '--help']]])(
  '%j exits with 0',
  async (args) => {
    const { exitCode, stdout, stderr } = await cli(args);
    expect(exitCode).toBe(0);
    expect(stdout).not.toBe('');
    expect(stderr).toBe('');
  },
);

describe('a signature on standard input', () => {
  test.each([
    ['without a newline', ''],
    ['with the newline of echo', '\n'],
    ['with the newline of Windows', '\r\n'],
    ['with extra white space', ' \n\n\t'],
  ])('is accepted %s', async (_, end) => {
    const { exitCode, stdout } = await cli(['doctor', '-'], { stdin: `${end}${sign()}${end}` });
    expect(stdout).toContain('No problems found.');
    expect(exitCode).toBe(0);
  });
});

describe('asking an endpoint', () => {
  async function bodiesOf(args: string[]) {
    const bodies: unknown[] = [];
    const { url: endpoint, close } = await listen((response, request, call) => {
      let text = '';
      request.on('data', (chunk) => (text += String(chunk)));
      request.on('end', () => {
        bodies.push([request.method, request.headers['content-type'], JSON.parse(text)]);
        sample(() => sign({ role: 1 }))(response, request, call);
      });
    });
    const run = await cli(['doctor', '--url', endpoint, ...args]);
    await close();
    return { bodies, ...run };
  }

  test('sends the requested number of calls in the sample’s format', async () => {
    const { bodies, exitCode, stdout } = await bodiesOf([
      '--meeting-number',
      '123 4567 890',
      '--role',
      '1',
      '--calls',
      '2',
    ]);
    const one = ['POST', 'application/json', { meetingNumber: meeting, role: 1 }];
    expect(bodies).toEqual([one, one]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('2 answered');
  });

  test('asks for an example meeting by default, and reports it', async () => {
    const { bodies, stdout } = await bodiesOf(['--role', '1', '--calls', '1']);
    expect(bodies).toHaveLength(1);
    expect(stdout).toContain('an example number. Pass yours with --meeting-number');
  });

  test('keeps the query of the URL, and does not print it', async () => {
    let path = '';
    const { url: endpoint, close } = await listen((response, request, call) => {
      path = request.url ?? '';
      sample()(response, request, call);
    });
    const { stdout } = await cli(['doctor', '--url', `${endpoint}?token=abc-def-ghi`, '--calls', '1']);
    await close();
    expect(path).toContain('?token=abc-def-ghi');
    expect(stdout).not.toContain('abc-def-ghi');
  });

  test('drops the sign-in headers on a redirect to another origin', async () => {
    const seen: unknown[] = [];
    const elsewhere = await listen((response, request, call) => {
      seen.push(request.headers['x-session']);
      sample()(response, request, call);
    });
    const here = await listen((response) => response.writeHead(307, { location: elsewhere.url }).end());
    await cli(['doctor', '--url', here.url, '--calls', '1', '--header', 'X-Session: abcdefgh']);
    await Promise.all([here.close(), elsewhere.close()]);
    expect(seen).toEqual([undefined]);
  });
});

test('does not print control characters', async () => {
  const { stdout } = await cli([
    'doctor',
    signByHand({ appKey: '\u001b[2Jkey', mn: '\u001b[2J' }, { alg: '\u001b[2J' }),
  ]);
  expect(stdout).toContain('alg-not-hs256');
  expect(stdout).not.toContain('\u001b');
});

test('shortens the key, in case it is the secret by mistake', async () => {
  const { stdout } = await cli(['doctor', sign({ appKey: secret })]);
  expect(stdout).toContain(secret.slice(0, 4));
  expect(stdout).not.toContain(secret.slice(0, 8));
  const { stdout: json } = await cli(['doctor', sign(), '--json']);
  expect(json).not.toContain(sdkKey.slice(0, 8));
});
