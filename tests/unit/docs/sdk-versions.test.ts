import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { defaultSdkVersion, testedSdkVersions } from '../../../src/sdk/tested-versions';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const oldest = testedSdkVersions[0]!;
const newest = testedSdkVersions.at(-1)!;

test('docs/compatibility.md has a row for each tested version', () => {
  const [, section = ''] = read('docs/compatibility.md').split('\n## SDK versions\n');
  const rows = [...section.matchAll(/^\| (\d+\.\d+\.\d+) \|/gm)].map(([, version]) => version);
  expect(rows).toEqual(testedSdkVersions);
});

test.each(['SDK versions', 'Browsers'])('%s: each ✗ has an explanation', (heading) => {
  const [, rest = ''] = read('docs/compatibility.md').split(`\n## ${heading}\n`);
  const [section = ''] = rest.split('\n## ');
  const reasons = section.match(/^- .+, .+: .+\.$/gm) ?? [];
  expect(section.match(/✗/g) ?? []).toHaveLength(reasons.length);
});

test('the tables of consumers: each ✗ has an explanation', () => {
  const [, rest = ''] = read('docs/compatibility.md').split('<!-- Written by `npm run test:consumers`. -->');
  const [tables = ''] = rest.split('<!-- End of `npm run test:consumers`. -->');
  const withoutSentence = tables.split('\n').filter((row) => row.includes('✗') && !/ ✗ .+\. \|$/.test(row));
  expect(tables).toContain('✓');
  expect(withoutSentence).toEqual([]);
});

test('README.md names the oldest, the newest and the default version', () => {
  expect(read('README.md')).toContain(`SDK ${oldest} to ${newest}`);
  expect(read('README.md')).toContain(`${defaultSdkVersion} by default`);
});

test('package.json allows the oldest version and everything below the next major version', () => {
  const nextMajor = Number(newest.split('.')[0]) + 1;
  expect(manifest.peerDependencies['@zoom/meetingsdk']).toBe(`>=${oldest} <${nextMajor}`);
});

test('the other tests run on the default version', () => {
  expect(manifest.devDependencies['@zoom/meetingsdk']).toBe(defaultSdkVersion);
  expect(testedSdkVersions).toContain(defaultSdkVersion);
});
