import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeApiReports } from '../../scripts/docs/api-report';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'api-'));
  writeApiReports(folder);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe('the API report', () => {
  it('has a file for each entry', () => {
    const files = ['index.api.md', 'server.api.md', 'testing.api.md'];
    expect(readdirSync(folder).sort()).toEqual(files);
    expect(readdirSync('etc').sort()).toEqual(files);
  });

  it.each(['index', 'server', 'testing'])('matches the types of the built package: %s', (entry) => {
    const read = (from: string) => readFileSync(join(from, `${entry}.api.md`), 'utf8');
    expect(
      read(folder),
      'The public types have changed. If you meant to change them, run `npm run api-report` and commit etc/ with the change.',
    ).toBe(read('etc'));
  });
});
