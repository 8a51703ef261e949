import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defaultSdkVersion } from '../../src/sdk/tested-versions';
import { typedEvents, typedMethods } from '../../tests/e2e/client-names';
import { fetchSdk, sdksFolder, typesOf } from '../../tests/sdks/fetch-sdks';
import { compare, type Ours, type ScenarioResult } from './compare';
import { readTypes } from './read-types';

/** The part of the JSON reporter's report that we read. */
interface Report {
  testResults: {
    assertionResults: {
      title: string;
      failureMessages?: string[];
      meta: { sdk?: { scenario: string }; client?: { methods: string[]; events: string[] } };
    }[];
  }[];
}

type RunTests = (flags: string[], env: Record<string, string>) => Promise<{ report: Report }>;

/**
 * Tries a version or a tag of the SDK, and prints the differences from the default one.
 * @returns Whether every scenario passed.
 */
export async function trySdk(wanted: string, runTests: RunTests): Promise<boolean> {
  const version = publishedVersion(wanted);
  await fetchSdk(version);
  const { report } = await runTests(['--project', 'try-sdk'], { TRY_SDK: version });
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  const scenarios = tests.flatMap(({ meta, failureMessages: [failure] = [] }): ScenarioResult[] =>
    meta.sdk ? [{ scenario: meta.sdk.scenario, failure: failure?.split('\n')[0] }] : [],
  );
  const tried = {
    version,
    types: readTypes(typesOf(version)),
    client: tests.find(({ meta }) => meta.client)?.meta.client,
    unknownOptions: unknownOptions(version),
    scenarios,
  };
  console.log(`\n${compare(ours(), tried)}\n`);
  // If the tests could not be loaded, no scenario ran.
  return scenarios.length > 0 && scenarios.every(({ failure }) => failure === undefined);
}

/** The registry's version for a version or a tag. */
function publishedVersion(wanted: string): string {
  if (!/^[\w.-]+$/.test(wanted))
    throw new Error(`“${wanted}” is not a version such as 6.2.0, or a tag such as latest.`);
  const view = (what: string) =>
    JSON.parse(execFileSync('npm', ['view', `@zoom/meetingsdk${what}`, '--json'], { encoding: 'utf8' })) as {
      version?: string;
      versions: string[];
    };
  try {
    return view(`@${wanted}`).version!;
  } catch {
    throw new Error(
      `The registry has no @zoom/meetingsdk ${wanted}. Its newest ones: ${view('').versions.slice(-5).join(', ')}.`,
    );
  }
}

function ours(): Ours {
  const types = createRequire(import.meta.url).resolve('@zoom/meetingsdk/embedded.d.ts');
  return {
    version: defaultSdkVersion,
    types: readTypes(types),
    methods: Object.keys(typedMethods),
    events: Object.keys(typedEvents),
  };
}

/** The options of our types that the SDK's code does not mention. Minifiers keep property names. */
function unknownOptions(version: string): string[] {
  const code = readFileSync(`${sdksFolder}/${version}/zoomus-websdk-embedded.umd.min.js`, 'utf8');
  const { members } = readTypes(fileURLToPath(new URL('../../src/sdk/zoom-options.ts', import.meta.url)));
  const names = Object.keys(members).flatMap((member) => member.split('.').slice(1));
  return [...new Set(names)].filter((name) => !new RegExp(`\\b${name}\\b`).test(code));
}
