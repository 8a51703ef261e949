import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reactVersion } from './harness';

/** An app with the published package and one of the two React versions. */
let app: string;
beforeAll(async () => {
  app = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-server-'));
  const modules = join(app, 'node_modules');
  await mkdir(join(modules, 'react-zoom-meeting'), { recursive: true });
  await cp('dist', join(modules, 'react-zoom-meeting/dist'), { recursive: true });
  await cp('package.json', join(modules, 'react-zoom-meeting/package.json'));
  const suffix = reactVersion === '18' ? '-18' : '';
  for (const name of ['react', 'react-dom']) {
    // Copied, so that each resolves the other one here.
    await cp(resolve(`node_modules/${name}${suffix}`), join(modules, name), { recursive: true });
  }
  for (const name of ['@tanstack', 'scheduler', 'loose-envify', 'js-tokens']) {
    await symlink(resolve(`node_modules/${name}`), join(modules, name)).catch(() => {});
  }
  const page = `
    let asked = 0;
    const props = { meetingNumber: '1234567890', userName: 'Ada', fetchSignature: async () => String(++asked) };
    preloadZoomSdk();
    const html = renderToString(createElement(ZoomMeeting, props));
    console.log(JSON.stringify({ version, html, asked, window: typeof window }));`;
  const names = {
    react: 'createElement, version',
    'react-dom/server': 'renderToString',
    'react-zoom-meeting': 'preloadZoomSdk, ZoomMeeting',
  };
  const lines = (line: (from: string, what: string) => string) =>
    Object.entries(names).map(([from, what]) => line(from, what));
  await writeFile(
    join(app, 'page.mjs'),
    [...lines((from, what) => `import { ${what} } from '${from}';`), page].join('\n'),
  );
  await writeFile(
    join(app, 'page.cjs'),
    [...lines((from, what) => `const { ${what} } = require('${from}');`), page].join('\n'),
  );
});
afterAll(() => rm(app, { recursive: true, force: true }));

describe(`on a server, React ${reactVersion}`, () => {
  it.each(['page.mjs', 'page.cjs'])('renders in plain Node without a request: %s', async (file) => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(app, file)], { cwd: app });
    expect(stderr).toBe('');
    const { version, html, asked, window } = JSON.parse(stdout);
    expect(version).toMatch(new RegExp(`^${reactVersion}`));
    expect(html).toContain('Getting the meeting ready');
    expect({ asked, window }).toEqual({ asked: 0, window: 'undefined' });
  });
});
