import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { fencedBlocks } from './fenced-blocks';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const page = await readFile(`${root}/docs/recipes/cross-origin-isolation.md`, 'utf8');
const blocks = fencedBlocks(page);
const isolation = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

let folder: string;
beforeAll(async () => {
  await mkdir(`${root}/tests/.artifacts`, { recursive: true });
  // Inside the repository, where its packages can be resolved.
  folder = await mkdtemp(`${root}/tests/.artifacts/isolation-`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Loads a file of the page as a module. */
async function moduleOf(path: string): Promise<Record<string, unknown>> {
  const file = join(folder, path);
  await mkdir(join(file, '..'), { recursive: true });
  await writeFile(file, blocks.find((block) => block.path === path)!.code);
  return (await import(file)) as Record<string, unknown>;
}

/** The two headers in these lines, with any text between name and value. */
function headersIn(text: string): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.keys(isolation).map((name) => [name, new RegExp(`${name}:? "?([\\w-]+)`).exec(text)?.[1]]),
  );
}
const keyed = (headers: { key: string; value: string }[]) =>
  Object.fromEntries(headers.map(({ key, value }) => [key, value]));

describe('docs/recipes/cross-origin-isolation.md', () => {
  test('uses the same headers everywhere', () => {
    expect(headersIn(blocks.find(({ language }) => language === 'http')!.code)).toEqual(isolation);
  });

  test('works with Vite', async () => {
    const { default: config } = await moduleOf('vite.config.ts');
    expect(config).toMatchObject({ server: { headers: isolation } });
  });

  test('works with Next.js', async () => {
    const { default: config } = await moduleOf('next.config.ts');
    const [rule] = await (
      config as { headers(): Promise<{ source: string; headers: { key: string; value: string }[] }[]> }
    ).headers();
    expect(rule?.source).toBe('/:path*');
    expect(keyed(rule?.headers ?? [])).toEqual(isolation);
  });

  test('works with Express', async () => {
    vi.stubEnv('PORT', '0');
    onTestFinished(() => void vi.unstubAllEnvs());
    const { server } = (await moduleOf('server.ts')) as { server: Server };
    onTestFinished(() => void server.close());
    await expect.poll(() => server.listening).toBe(true);
    const { headers } = await fetch(`http://localhost:${(server.address() as AddressInfo).port}/`);
    for (const [name, value] of Object.entries(isolation)) expect(headers.get(name)).toBe(value);
  });

  test('has the same headers for nginx and _headers', () => {
    const nginx = blocks.find(({ language }) => language === 'nginx')!.code;
    expect(headersIn(nginx)).toEqual(isolation);
    const file = blocks.find(({ language }) => language === '')!.code;
    expect(file.split('\n')[0]).toBe('/*');
    expect(headersIn(file)).toEqual(isolation);
  });

  test('has the same headers for Vercel', () => {
    const { headers } = JSON.parse(blocks.find(({ language }) => language === 'json')!.code) as {
      headers: { source: string; headers: { key: string; value: string }[] }[];
    };
    expect(keyed(headers[0]?.headers ?? [])).toEqual(isolation);
  });

  test('has the same headers for Storybook', async () => {
    const { default: config } = await moduleOf('.storybook/main.ts');
    expect(config).toMatchObject({ core: { crossOriginIsolated: true } });
  });
});
