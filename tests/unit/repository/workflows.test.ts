import { validateWorkflow } from '@action-validator/core';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import manifest from '../../../package.json';

const folder = fileURLToPath(new URL('../../../.github/workflows/', import.meta.url));
const read = (name: string) => readFileSync(folder + name, 'utf8');
const workflows = readdirSync(folder);

interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  strategy?: { matrix: Record<string, string[]> };
  steps: { run?: string; uses?: string; with?: Record<string, string>; env?: Record<string, string> }[];
}
interface Workflow {
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}
const jobsOf = (name: string) => Object.values((parse(read(name)) as Workflow).jobs);

/** The scripts of package.json that a job runs, including those in its matrix. */
function scriptsOf({ steps, strategy }: Job): string[] {
  const commands = steps.flatMap(({ run, with: inputs }) => [run, ...Object.values(inputs ?? {})]);
  const calls = /npm run (?:--silent )?(\$\{\{ matrix\.run \}\}|[\w:-]+)|npm (test)\b/g;
  const names = commands.flatMap((command) =>
    [...String(command).matchAll(calls)].map(([, script, test]) => script ?? test!),
  );
  return names.flatMap((name) => (name.startsWith('$') ? strategy!.matrix['run']! : [name]));
}

describe.each(workflows)('the workflow %s', (name) => {
  test('is valid for GitHub', () => {
    expect(validateWorkflow(read(name)).errors).toEqual([]);
  });

  test('runs existing scripts with a timeout', () => {
    const jobs = jobsOf(name);
    const scripts = jobs.flatMap(scriptsOf);
    expect(scripts).not.toEqual([]);
    expect(scripts.filter((script) => !(script in manifest.scripts))).toEqual([]);
    for (const job of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  test('declares its permissions', () => {
    expect((parse(read(name)) as Workflow).permissions).toBeDefined();
  });
});

test('only the release and Storybook workflows have write access', () => {
  const writing = workflows.filter((name) => /: write$/m.test(read(name)));
  expect(writing).toEqual(['release.yml', 'storybook.yml']);
});

test('versions are published with provenance, after all tests', () => {
  expect(manifest.publishConfig).toEqual({ access: 'public', provenance: true });
  const [release] = jobsOf('release.yml');
  expect(release!.permissions).toMatchObject({ 'id-token': 'write' });
  expect(scriptsOf(release!)).toEqual(['release:version', 'release:publish']);
  expect(manifest.scripts['release:publish']).toMatch(
    /^npm test && npm run check:audit && changeset publish$/,
  );
});
