import { describe, expect, test } from 'vitest';
import type { Row } from './doctor-row';
import { cli } from './run-in-process';
import { listen, secret, type Signer } from './signer';
import { valid } from './valid-signers';
import { wrongEndpoints } from './wrong-endpoints';
import { wrongSignatures } from './wrong-signatures';

test('has more than forty cases', () => {
  expect(wrongSignatures.length + wrongEndpoints.length).toBeGreaterThan(100);
});

describe('names what is wrong with a signature', () => {
  test.concurrent.each(wrongSignatures)('$name', check);
});

describe('names what is wrong with an endpoint', () => {
  test.concurrent.each(wrongEndpoints)('$name', check);
});

describe('valid signatures and endpoints have no findings', () => {
  test.concurrent.each(valid)('$name', check);
});

/**
 * Runs the doctor with JSON for the ids and as text for people. Neither may contain a secret or a whole signature.
 */
async function check(row: Row): Promise<void> {
  const [json, inWords] = await Promise.all([run(row, ['--json']), run(row, [])]);
  const { findings } = JSON.parse(json.stdout) as { findings: { id: string }[] };
  expect(findings.map(({ id }) => id)).toEqual(row.finds);
  expect([...inWords.stdout.matchAll(/ \(([a-z0-9-]+)\)$/gm)].map(([, id]) => id)).toEqual(row.finds);

  for (const { exitCode, stdout, stderr, made } of [json, inWords]) {
    expect(exitCode).toBe(row.exit);
    expect(stderr).toBe('');
    expect(stdout).not.toContain(secret);
    for (const [jwt] of made.join('\n').matchAll(/eyJ[\w.-]+/g))
      expect(stdout).not.toContain(jwt.slice(0, 40));
  }
}

/** `made` is what a signer passed to the doctor. */
async function run({ signature, endpoint, args = [], env }: Row, more: string[]) {
  const made: string[] = [];
  const server = endpoint && (await listen(remembering(endpoint, made)));
  const given = signature?.() ?? '';
  made.push(given);
  const target = server ? ['--url', server.url] : [given];
  const asked = ['--meeting-number', '123 4567 890', '--role', '0'];
  const result = await cli(['doctor', ...target, ...asked, ...args, ...more], {
    env: env ?? { ZOOM_SDK_SECRET: secret },
  });
  await server?.close();
  return { ...result, made };
}

function remembering(signer: Signer, sent: string[]): Signer {
  return (response, request, call) => {
    const end = response.end.bind(response) as (body?: string | Uint8Array) => typeof response;
    response.end = ((body?: string | Uint8Array) => {
      sent.push(Buffer.from(body ?? '').toString());
      return end(body);
    }) as typeof response.end;
    signer(response, request, call);
  };
}
