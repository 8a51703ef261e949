import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cli } from './run-in-process';
import { listen, secret, sign, withClock } from './signer';

const doc = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');

/** Removes what differs from run to run. */
const steady = (text: string) =>
  text
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, 'URL')
    .replace(/median \d+ ms, longest \d+ ms/, 'times')
    .replace(/\d+\.\d s ± \d\.\d s/g, 'offset')
    .replace(/iat \d+ is (19|20|21) s ahead of \d+/, 'iat ahead')
    .replace(/iat in (19|20|21) s/, 'iat in s');

test('docs/cli.md shows the output of the doctor', async () => {
  const [, shown = ''] = /^\$ npx react-zoom-meeting doctor .*\n(endpoint[\s\S]*?)\$ echo/m.exec(doc) ?? [];
  const mn = '12345678901';
  const { url, close } = await listen(withClock(20, () => sign({ mn }, 20)));
  const { stdout, exitCode } = await cli(
    ['doctor', '--url', url, '--meeting-number', mn, '--secret-env', 'ZOOM_SDK_SECRET'],
    { env: { ZOOM_SDK_SECRET: secret } },
  );
  await close();
  expect(steady(stdout)).toBe(steady(shown));
  expect(doc).toContain(`$ echo $?\n${exitCode}\n`);
});
