import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { expectCleanClient } from './client-files';
import { answers, createConsumer, freePort, printed, type Consumer } from './consumer';
import { docPage, installCommands } from './doc-page';
import { expectToJoin, useBrowser, zoomEnvironment } from './meeting';
import { record } from './record';

const section = 'Bundlers and frameworks';
const vite = docPage('recipes/vite.md');
const quickStart = docPage('quick-start.md');

let app: Consumer | undefined;
useBrowser();
afterEach(() => app?.remove());

describe('docs/recipes/react-router.md, in a Vite app', () => {
  const recipe = docPage('recipes/react-router.md');

  it('type-checks, builds and joins', async ({ task }) => {
    app = await createConsumer('react-router');
    await app.write(
      quickStart.files.filter(({ path }) => /^(package\.json|index\.html|tsconfig)/.test(path)),
    );
    await app.install('npm install react react-dom');
    await app.install(
      'npm install -D vite @vitejs/plugin-react typescript @types/react @types/react-dom @types/node',
    );
    for (const line of installCommands(recipe)) await app.install(line);
    await app.write([
      ...vite.files,
      ...recipe.files,
      {
        path: 'src/main.tsx',
        code: `import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

createRoot(document.getElementById('root')!).render(<StrictMode><App /></StrictMode>);
`,
      },
    ]);
    expect(await app.run('npm run build')).toContain('built in');
    await expectCleanClient(join(app.folder, 'dist'));
    const server = app.start('npm run dev -- --port 0', zoomEnvironment);
    const [, address = ''] = await printed(server, /Local: +(http:\S+)/);
    await expectToJoin(address, { before: (page) => page.getByRole('link', { name: 'Join' }).click() });
    record(task, {
      section,
      what: '[React Router](recipes/react-router.md)',
      versions: app.versions('react-router', 'vite', 'react'),
    });
  });
});

/**
 * An app in framework mode, as created by the template. `create-react-router` downloads it from GitHub, on which a
 * test must not depend.
 */
const template = [
  {
    path: 'package.json',
    code: JSON.stringify({
      private: true,
      type: 'module',
      scripts: {
        build: 'react-router build',
        start: 'react-router-serve ./build/server/index.js',
        typecheck: 'react-router typegen && tsc',
      },
      // Exact versions, as in a lockfile, because these four must match.
      dependencies: {
        'react-router': '7.18.4',
        '@react-router/node': '7.18.4',
        '@react-router/serve': '7.18.4',
        isbot: '^5.1.31',
        react: '^19.2.0',
        'react-dom': '^19.2.0',
      },
      devDependencies: {
        '@react-router/dev': '7.18.4',
        '@types/node': '^20',
        '@types/react': '^19',
        '@types/react-dom': '^19',
        typescript: '^5.9',
        vite: '^8',
      },
    }),
  },
  {
    path: 'vite.config.ts',
    code: `import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({ plugins: [reactRouter()] });
`,
  },
  {
    path: 'tsconfig.json',
    code: JSON.stringify({
      compilerOptions: {
        target: 'ES2022',
        lib: ['DOM', 'DOM.Iterable', 'ES2022'],
        module: 'ES2022',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        types: ['node', 'vite/client'],
        rootDirs: ['.', './.react-router/types'],
        strict: true,
        skipLibCheck: false,
        noEmit: true,
      },
      include: ['app', '.react-router/types'],
    }),
  },
  {
    path: 'app/root.tsx',
    code: `import { Links, Meta, Outlet, Scripts, ScrollRestoration } from 'react-router';

export function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}
`,
  },
];

describe('docs/recipes/react-router-framework.md', () => {
  const recipe = docPage('recipes/react-router-framework.md');

  it('type-checks, builds, renders on the server and joins', async ({ task }) => {
    app = await createConsumer('react-router-framework');
    await app.write(template);
    await app.install('npm install');
    for (const line of installCommands(recipe)) await app.install(line);
    await app.write(recipe.files);
    await app.run('npm run typecheck');
    await app.run('npm run build');
    await expectCleanClient(join(app.folder, 'build/client'));

    const port = await freePort();
    app.start('npm run start', { ...zoomEnvironment, PORT: String(port) });
    await answers(port);
    const address = `http://localhost:${port}/meetings/1234567890`;
    expect(await (await fetch(address)).text()).toContain('data-status="idle"');
    await expectToJoin(address);
    record(task, {
      section,
      what: '[React Router, framework mode](recipes/react-router-framework.md)',
      versions: app.versions('react-router', 'vite', 'react'),
    });
  });
});
