import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingTexts } from '../../../src/signature/signature-finding';

const doc = readFileSync(new URL('../../../docs/signature-is-invalid.md', import.meta.url), 'utf8');

test('docs/signature-is-invalid.md lists exactly the existing findings', () => {
  const [table = ''] = /(?<=\| finding .*\n\|---.*\n)(\|.*\n)+/.exec(doc) ?? [];
  const firstCells = table
    .trimEnd()
    .split('\n')
    .map((row) => row.split('|')[1]!);
  const named = firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, id]) => id!));
  expect(named.sort()).toEqual(Object.keys(findingTexts).sort());
});
