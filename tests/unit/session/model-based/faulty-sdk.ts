import { ZoomMeetingError } from '../../../../src/errors/zoom-meeting-error';
import type { ZoomClient, ZoomEmbedded, ZoomJoinOptions, ZoomSdk } from '../../../../src/sdk/zoom-sdk';
import type { FakeZoomSdk } from '../../../../src/testing';
import type { Faults } from './faults';

const no = () => Promise.reject(new Error('no'));
const never = () => new Promise<never>(() => {});

/** The fake SDK with faults in its methods. Each join is checked when it starts and when it has ended. */
export function createFaultySdk(
  fake: FakeZoomSdk,
  faults: Faults,
  watch: {
    joinBegins(client: ZoomClient, options: ZoomJoinOptions): void;
    joinEnds(client: ZoomClient): void;
  },
): ZoomSdk {
  const wrapped = new WeakMap<ZoomClient, ZoomClient>();

  function wrap(client: ZoomClient): ZoomClient {
    const known = wrapped.get(client);
    if (known) return known;
    const patched: ZoomClient = {
      ...client,
      init: (options) => (faults.init === 'rejects' ? no() : client.init(options)),
      async join(options) {
        watch.joinBegins(patched, options);
        try {
          return await client.join(options);
        } finally {
          watch.joinEnds(patched);
        }
      },
      leaveMeeting() {
        if (faults.leave === 'rejects') return no();
        return faults.leave === 'hangs' ? never() : client.leaveMeeting();
      },
      endMeeting() {
        if (faults.end === 'rejects') return no();
        return faults.end === 'hangs' ? never() : client.endMeeting();
      },
      checkSystemRequirements() {
        const isSupported = faults.browser === 'ok';
        return { audio: isSupported, video: isSupported, screen: isSupported };
      },
    };
    wrapped.set(client, patched);
    return patched;
  }

  const loaded = fake.load().then((embedded): ZoomEmbedded => ({
    createClient: () => wrap(embedded.createClient()),
    destroyClient() {
      embedded.destroyClient();
      if (faults.destroy === 'throws') throw new Error('no');
    },
  }));

  return {
    load() {
      switch (faults.load) {
        case 'ok':
          return loaded;
        case 'fails':
          return Promise.reject(new ZoomMeetingError('SDK_LOAD_FAILED'));
        case 'hangs':
          return never();
        case 'slow':
          return new Promise((resolve) => setTimeout(() => resolve(loaded), 2000));
      }
    },
  };
}
