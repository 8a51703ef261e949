import { it, useBrowser } from '../e2e/harness';
import { methodsAndEvents } from '../e2e/methods-and-events';
import { sdksFolder, sdkVersions } from './fetch-sdks';

declare module 'vitest' {
  export interface TaskMeta {
    /** The methods and events that the client of the version for `npm run try-sdk` really has. */
    client?: Awaited<ReturnType<typeof methodsAndEvents>>;
  }
}

useBrowser(sdksFolder);

it.for(sdkVersions)(
  'lists the methods and events of the client of SDK %s',
  async (version, { open, task }) => {
    const opened = await open();
    await opened.mount({ script: { baseUrl: `/zoom-sdk/${version}` } });
    await opened.waitFor('joined');
    task.meta.client = await methodsAndEvents(opened);
  },
);
