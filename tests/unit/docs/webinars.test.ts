import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { afterEach, expect, test, vi } from 'vitest';
import * as server from '../../../src/server';
import { fencedBlocks } from './fenced-blocks';

const page = readFileSync(new URL('../../../docs/recipes/webinars.md', import.meta.url), 'utf8');

/** The page's endpoint in an app whose only user is Ada. */
function endpoint(): (request: Request) => Promise<Response> {
  const { code } = fencedBlocks(page).find(({ code }) => code.includes('createSignatureHandler'))!;
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exports: { POST?: (request: Request) => Promise<Response> } = {};
  const app = {
    require: () => server,
    exports,
    userOf: async () => ({ id: '1', email: 'ada@example.com', hosts: [] }),
    zoomAccessToken: async () => 'access-token',
    process: { env: { ZOOM_SDK_KEY: 'key', ZOOM_SDK_SECRET: 'secret' } },
  };
  new Function(...Object.keys(app), outputText)(...Object.values(app));
  return exports.POST!;
}

afterEach(() => vi.unstubAllGlobals());

const ask = (post: (request: Request) => Promise<Response>, meetingNumber: string) =>
  post(
    new Request('https://app.example.com/api/zoom/signature', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ meetingNumber, role: 0 }),
    }),
  );

test('the endpoint of docs/recipes/webinars.md registers a person once, however often a join is retried', async () => {
  const registered: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    registered.push(url);
    // Zoom's first answer is an error, which must not be cached.
    if (registered.length === 1) return new Response('', { status: 500 });
    return Response.json({ join_url: `https://zoom.us/w/1?tk=token-${registered.length}` });
  });
  const post = endpoint();
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect((await ask(post, '12345678901')).status).toBe(500);
  const answers = await Promise.all([1, 2, 3].map(() => ask(post, '12345678901')));
  for (const answer of answers)
    expect(await answer.json()).toMatchObject({ tk: 'token-2', userEmail: 'ada@example.com' });
  expect(registered).toHaveLength(2);
  // Another webinar needs its own registration.
  expect(await (await ask(post, '10987654321')).json()).toMatchObject({ tk: 'token-3' });
});
