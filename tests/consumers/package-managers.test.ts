import { afterEach, describe, expect, it } from 'vitest';
import { createConsumer, type Consumer } from './consumer';
import { record } from './record';

let app: Consumer | undefined;
afterEach(() => app?.remove());

const options = `{ meetingNumber: '1234567890', userName: 'Ada', fetchSignature: async () => '' }`;
const uses = `
  const html = renderToString(createElement(ZoomMeeting, ${options}));
  const keys = { sdkKey: 'key', sdkSecret: 'secret' };
  const signature = await createMeetingSignature({ ...keys, meetingNumber: '1234567890', role: 0 });
  const fake = createFakeZoomSdk();
  console.log(JSON.stringify([html.includes('data-status="idle"'), signature.split('.').length, typeof fake.load]));
`;
const names = {
  react: ['createElement'],
  'react-dom/server': ['renderToString'],
  'react-zoom-meeting': ['ZoomMeeting'],
  'react-zoom-meeting/server': ['createMeetingSignature'],
  'react-zoom-meeting/testing': ['createFakeZoomSdk'],
};
/** Uses each entry in plain Node. */
const files = [
  {
    path: 'uses.mjs',
    code: `${Object.entries(names)
      .map(([from, [name]]) => `import { ${name} } from '${from}';`)
      .join('\n')}\n${uses}`,
  },
  {
    path: 'uses.cjs',
    code: `${Object.entries(names)
      .map(([from, [name]]) => `const { ${name} } = require('${from}');`)
      .join('\n')}\n(async () => {${uses}})();\n`,
  },
];
const printedByUses = '[true,3,"function"]';

/** How each package manager is installed from npm's registry, adds packages and runs Node. */
const managers = [
  { title: 'npm', name: 'npm', setUp: undefined, add: 'npm install', node: 'node' },
  { title: 'pnpm', name: 'pnpm', setUp: 'pnpm', add: 'pnpm add', node: 'node' },
  { title: 'Yarn 1', name: 'yarn', setUp: 'yarn', add: 'yarn add', node: 'node' },
  {
    title: 'Yarn, with Plug and Play',
    name: 'yarn',
    setUp: '@yarnpkg/cli-dist',
    add: 'yarn add',
    node: 'yarn node',
  },
  { title: 'bun', name: 'bun', setUp: 'bun', add: 'bun add', node: 'node' },
];

describe('package managers: install without a peer warning, and load ES modules and CommonJS in Node', () => {
  it.for(managers)('$title', async ({ name, setUp, add, node }, { task }) => {
    const tools = await createConsumer('tools');
    app = await createConsumer('package-manager');
    await app.write([
      { path: 'package.json', code: JSON.stringify({ name: 'app', private: true }) },
      ...files,
    ]);
    const registry = (await tools.run('npm config get registry --silent')).trim().split('\n').at(-1)!;
    const environment = {
      PATH: `${tools.folder}/node_modules/.bin:${process.env['PATH']}`,
      // Package managers that do not read npm's configuration receive its registry.
      YARN_REGISTRY: registry,
      YARN_NPM_REGISTRY_SERVER: registry,
      YARN_ENABLE_TELEMETRY: '0',
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
      BUN_CONFIG_REGISTRY: registry,
      DO_NOT_TRACK: '1',
    };
    if (setUp) {
      await tools.write([{ path: 'package.json', code: '{"private":true}' }]);
      await tools.install(`npm install ${setUp}`);
    }
    await app.install(`${add} react react-dom react-zoom-meeting @tanstack/react-query`, environment);
    expect((await app.run(`${node} uses.mjs`, environment)).trim()).toBe(printedByUses);
    // Without Node's require(esm), which Node 22.11 does not have.
    expect((await app.run(`${node} --no-experimental-require-module uses.cjs`, environment)).trim()).toBe(
      printedByUses,
    );
    const version = (await tools.run(`${name} --version`, environment)).trim().split('\n').at(-1)!;
    record(task, {
      section: 'Package managers',
      what: 'installs; ES modules and CommonJS on plain Node',
      versions: { [name]: version },
    });
    await tools.remove();
  });
});
