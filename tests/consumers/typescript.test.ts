import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConsumer, type Consumer } from './consumer';
import { docPage } from './doc-page';
import { record } from './record';

let app: Consumer;
beforeAll(async () => {
  app = await createConsumer('typescript');
  await app.write([{ path: 'package.json', code: JSON.stringify({ private: true, type: 'module' }) }]);
  await app.install(
    'npm install react react-dom react-zoom-meeting @tanstack/react-query @types/react @types/react-dom @types/node@20',
  );
  const names = versions.map(({ name, range }) => `${name}@npm:typescript@${range}`);
  await app.install(`npm install -D ${names.join(' ')}`);
});
afterAll(() => app?.remove());

const versions = ['5.4', '5.6', '5.9', '6', '7'].map((range) => ({ range, name: `typescript-${range}` }));

/** A component, an endpoint and a test: each entry is imported, and an incorrect use must be an error. */
const files = [
  {
    path: 'src/meeting.tsx',
    code: `import { useState } from 'react';
import { createSignatureFetcher, useZoomMeeting, ZoomMeeting, type ZoomMeetingError } from 'react-zoom-meeting';
import 'react-zoom-meeting/styles.css';

const fetchSignature = createSignatureFetcher('/api/zoom/signature');

export function Meeting() {
  const [error, setError] = useState<ZoomMeetingError>();
  if (error) return <p>{error.reason}</p>;
  return <ZoomMeeting meetingNumber="1234567890" userName="Ada" fetchSignature={fetchSignature} onError={setError} />;
}

export function Status() {
  const { status, leave } = useZoomMeeting();
  return <button onClick={() => void leave()}>{status}</button>;
}

// @ts-expect-error -- A meeting number is a string.
export const wrong = <ZoomMeeting meetingNumber={5} userName="Ada" fetchSignature={fetchSignature} />;
`,
  },
  {
    path: 'src/endpoint.ts',
    code: `import { createServer } from 'node:http';
import { createMeetingSignature, createSignatureHandler, toNodeHandler } from 'react-zoom-meeting/server';

const keys = { sdkKey: 'key', sdkSecret: 'secret' };
createServer(toNodeHandler(createSignatureHandler({ ...keys, authorize: () => true })));

// @ts-expect-error -- A role is 0 or 1.
export const wrong: Promise<string> = createMeetingSignature({ ...keys, meetingNumber: '1234567890', role: 2 });
`,
  },
  {
    path: 'src/fake.ts',
    code: `import { createFakeZoomSdk } from 'react-zoom-meeting/testing';

export const fake = createFakeZoomSdk({ joins: ['waiting-room', 'ok'] });
// @ts-expect-error -- Nothing is called this.
fake.nothing();
`,
  },
];

/** Additional options for each resolution. */
const resolutions = {
  bundler: { module: 'esnext' },
  node16: { module: 'node16' },
  nodenext: { module: 'nodenext' },
  // As in apps created before 2022.
  node10: { module: 'commonjs' },
} as const;
type Resolution = keyof typeof resolutions;

/** TypeScript 7 has no node10, and TypeScript 6 reports it as deprecated. */
const cases = versions.flatMap(({ range, name }) =>
  (Object.keys(resolutions) as Resolution[])
    .filter((resolution) => !(resolution === 'node10' && range === '7'))
    .map((moduleResolution) => ({ range, name, moduleResolution })),
);

describe('types, in strict mode and without skipLibCheck', () => {
  it.for(cases)(
    'TypeScript $range, moduleResolution $moduleResolution',
    async ({ range, name, moduleResolution }, { task }) => {
      await app.write([
        ...files,
        {
          path: 'tsconfig.json',
          code: JSON.stringify({
            compilerOptions: {
              target: 'es2022',
              lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'],
              jsx: 'react-jsx',
              types: ['node'],
              strict: true,
              skipLibCheck: false,
              esModuleInterop: true,
              noEmit: true,
              ...resolutions[moduleResolution],
              moduleResolution,
              ...(moduleResolution === 'node10' && range === '6' && { ignoreDeprecations: '6.0' }),
            },
            include: ['src'],
          }),
        },
      ]);
      const { [name]: version = '' } = app.versions(name);
      expect(await app.run(`node node_modules/${name}/bin/tsc -p .`)).toBe('');
      record(task, {
        section: 'TypeScript',
        what: `\`moduleResolution: ${moduleResolution}\``,
        versions: { typescript: version },
      });
    },
  );
});

describe('docs/quick-start.md', () => {
  const page = docPage('quick-start.md');

  it.for(versions.slice(2))('type-checks on TypeScript $range', async ({ range }, { task }) => {
    const quickStart = await createConsumer('quick-start-types');
    await quickStart.write(page.files);
    for (const line of page.commands.filter((line) => line.startsWith('npm install')))
      await quickStart.install(line);
    await quickStart.install(`npm install -D typescript@${range}`);
    await quickStart.run('npx tsc');
    record(task, {
      section: 'TypeScript',
      what: '[Quick start](quick-start.md)',
      versions: quickStart.versions('typescript'),
    });
    await quickStart.remove();
  });
});
