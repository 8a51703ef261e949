import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectCleanClient } from './client-files';
import { createConsumer, type Consumer } from './consumer';
import { expectToJoin, useBrowser } from './meeting';
import { record } from './record';
import { serveWithEndpoint } from './serve';

let app: Consumer;
useBrowser();
beforeAll(async () => {
  app = await createConsumer('webpack');
  await app.write([
    { path: 'package.json', code: JSON.stringify({ private: true }) },
    {
      path: 'webpack.config.js',
      code: `module.exports = {
  entry: './src/main.tsx',
  // React alone nearly reaches the size that webpack warns about.
  performance: { hints: false },
  output: { path: __dirname + '/dist', publicPath: '/' },
  resolve: { extensions: ['.tsx', '.ts', '.js'] },
  module: {
    rules: [
      { test: /\\.tsx?$/, use: 'ts-loader' },
      { test: /\\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
};
`,
    },
    {
      path: 'tsconfig.json',
      code: JSON.stringify({
        compilerOptions: {
          target: 'es2022',
          module: 'esnext',
          moduleResolution: 'bundler',
          jsx: 'react-jsx',
          types: [],
          strict: true,
        },
        include: ['src'],
      }),
    },
    {
      path: 'src/main.tsx',
      code: `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createSignatureFetcher, ZoomMeeting } from 'react-zoom-meeting';
import 'react-zoom-meeting/styles.css';

const fetchSignature = createSignatureFetcher('/api/zoom/signature');
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <main style={{ height: '100vh' }}>
      <ZoomMeeting meetingNumber="1234567890" userName="Ada" fetchSignature={fetchSignature} />
    </main>
  </StrictMode>,
);
`,
    },
    {
      path: 'src/wrong.tsx',
      code: `import { createSignatureHandler } from 'react-zoom-meeting/server';

console.log(createSignatureHandler);
`,
    },
  ]);
  await app.install('npm install react react-dom react-zoom-meeting @tanstack/react-query');
  await app.install(
    'npm install -D webpack webpack-cli ts-loader style-loader css-loader typescript@5.9 @types/react @types/react-dom',
  );
});
afterAll(() => app?.remove());

describe('webpack', () => {
  it.for(['development', 'production'])('mode %s: type-checks, builds and joins', async (mode, { task }) => {
    const output = await app.run(`npx webpack --mode ${mode}`);
    expect(output).not.toMatch(/WARNING|ERROR/);
    const dist = join(app.folder, 'dist');
    await expectCleanClient(dist);

    await app.write([
      {
        path: 'dist/index.html',
        code: '<!doctype html><link rel="icon" href="data:,"><div id="root"></div><script src="/main.js"></script>',
      },
    ]);
    await expectToJoin(await serveWithEndpoint(dist));
    record(task, {
      section: 'Bundlers and frameworks',
      what: `webpack, \`--mode ${mode}\``,
      versions: app.versions('webpack', 'react'),
    });
  });

  it.for(['development', 'production'])(
    'mode %s: fails to load a page that imports the signer',
    async (mode) => {
      const build = app.run(
        `npx webpack --mode ${mode} --entry-reset --entry ./src/wrong.tsx --output-path wrong`,
      );
      await expect(build).rejects.toThrow(/SDK secret, which must never reach a browser/);
      const built = await readFile(join(app.folder, 'wrong/main.js'), 'utf8').catch(() => '');
      expect(built).not.toContain('must be a whole number from 1800');
    },
  );
});
