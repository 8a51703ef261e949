import { describe, expect } from 'vitest';
import { it, useBrowser } from '../e2e/harness';
import { sdksFolder, sdkVersions } from './fetch-sdks';
import { scenarios } from './scenarios';

declare module 'vitest' {
  export interface TaskMeta {
    /** A cell of the table of SDK versions in docs/compatibility.md. */
    sdk?: { version: string; scenario: string; doesNotWork?: string };
  }
}

useBrowser(sdksFolder);

describe.concurrent.each(sdkVersions)('SDK %s', (version) => {
  it.for(Object.entries(scenarios))('%s', async ([scenario, run], { open, task }) => {
    task.meta.sdk = { version, scenario };
    const opened = await open();
    await run(opened, () => opened.mount({ script: { baseUrl: `/zoom-sdk/${version}` } }));
    expect(opened.blocked).toEqual([]);
    expect(opened.pageErrors()).toBe('');
  });
});
