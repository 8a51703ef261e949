import { test } from 'vitest';
import { buildApp, firstLoad } from './build-app';
import { compare } from './row';

test('first load', async ({ task }) => {
  const pairs = { ours: [firstLoad(await buildApp('ours'))], rival: [firstLoad(await buildApp('rival'))] };
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  task.meta.bench = [
    compare('first load: JavaScript beyond React, gzip', pairs, kilobytes, { atMost: 0.03 }),
  ];
});
