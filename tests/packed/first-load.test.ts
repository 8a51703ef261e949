import { expect, it } from 'vitest';
import { buildApp, firstLoad } from '../../bench/build-app';

it('adds little to a page before anyone joins, next to an app that imports the SDK', async () => {
  const ours = firstLoad(await buildApp('ours'));
  const rival = firstLoad(await buildApp('rival'));
  // 7 kB of the 33 kB are TanStack Query, a peer dependency that many apps have.
  expect(ours / rival).toBeLessThan(0.039);
});
