import type { ZoomClient, ZoomInitOptions, ZoomJoinOptions, ZoomVideoOptions } from '../sdk/zoom-sdk';
import { settled, type FakeAction } from './fake-answers';
import { createBreakoutRoomControls } from './fake-breakout-room-controls';
import { createCameraControls } from './fake-camera-controls';
import { createHostControls } from './fake-host-controls';
import { zoomFailure } from './fake-join';
import { FakeMeeting } from './fake-meeting';
import { createMeetingBox } from './fake-meeting-box';
import type { FakePage } from './fake-page';
import { rosterRow } from './fake-roster';
import { readClaims } from './fake-signature';
import { createViewControls } from './fake-view-controls';
import { createVirtualBackgroundControls } from './fake-virtual-background-controls';

/** Called with every call, so that tests can inspect them. */
export interface FakeClientLog {
  called(method: keyof ZoomClient, args: readonly unknown[]): void;
  initCalled(options: ZoomInitOptions): void;
  /** Returns a function to call once the promise has settled. */
  joinCalled(options: ZoomJoinOptions): () => void;
  videoOptionsCalled(options: ZoomVideoOptions): void;
}

/** A client and the meeting behind it. */
export interface FakeClient {
  client: ZoomClient;
  meeting: FakeMeeting;
}

/** Creates the Component View client of a page. Checks come in the SDK's order, with the SDK's texts. */
export function createFakeClient(page: FakePage, log: FakeClientLog): FakeClient {
  const meeting = new FakeMeeting(page);
  let root: HTMLElement | undefined;
  let videoOptions: ZoomVideoOptions | undefined;
  let rendered: 'no' | 'rendering' | 'yes' = 'no';

  function requireInit(): void {
    if (!root) throw new TypeError("Cannot read properties of undefined (reading 'includes')");
  }

  function check({ signature, userName, zak, obfToken }: ZoomJoinOptions): void {
    const { appKey, sdkKey } = readClaims(signature);
    if (!appKey && !sdkKey) throw new Error('appKey can not empty in the signature');
    if (!root) throw new Error('zoomAppRoot must be defined');
    if (!userName) throw new Error('userName cannot be empty');
    if (zak && obfToken) {
      throw new Error('zak and obfToken are mutually exclusive. Please provide only one.');
    }
  }

  /** The SDK calls createRoot() on the element that it has at its first join, and never on another one. */
  function renderOnce(): void {
    // The SDK's setters exist only after its first render; a join before that calls one that does not exist yet.
    if (rendered === 'rendering') throw new TypeError('u is not a function');
    if (rendered === 'yes' || !root) return;
    rendered = 'rendering';
    meeting.box = createMeetingBox(root);
    meeting.box.fit(videoOptions);
    setTimeout(() => (rendered = 'yes'));
  }

  async function attempt(options: ZoomJoinOptions): Promise<unknown> {
    check(options);
    renderOnce();
    const { audio, video } = page.options.systemRequirements;
    if (!audio || !video) throw zoomFailure(5000);
    return meeting.join(options, page.takeJoinMs());
  }

  const client: ZoomClient = {
    ...createHostControls(page, meeting),
    ...createBreakoutRoomControls(page, meeting),
    ...createVirtualBackgroundControls(meeting),
    ...createCameraControls(meeting),
    ...createViewControls(page, meeting),
    async init(options) {
      log.initCalled(options);
      if (!options.zoomAppRoot) {
        throw { type: 'INIT_MEETING_FAILED', reason: 'zoomAppRoot cannot be falsy', errorCode: -1 };
      }
      root = options.zoomAppRoot;
      videoOptions = options.customize?.video;
      if (root.style) root.style.display = 'flex';
      return '';
    },
    async join(options) {
      const settled = log.joinCalled(options);
      try {
        return await attempt(options);
      } finally {
        settled();
      }
    },
    async leaveMeeting(newHostId) {
      if (newHostId && meeting.self?.isHost) await client.makeHost(newHostId);
      return meeting.leave();
    },
    async endMeeting() {
      if (!meeting.self?.isHost) {
        throw { type: 'INSUFFICIENT_PRIVILEGES', reason: 'only host can do the operation', errorCode: 5007 };
      }
      await meeting.leave();
      page.events.clear();
      return '';
    },
    on(event, listener) {
      requireInit();
      if (typeof listener !== 'function') console.warn('Callback should be a function');
      // Without a connection, the SDK does not have the options of the meeting.
      else if (event === 'caption-message' && !meeting.isConnected) {
        console.warn('Please turn on save captions in user settings to subscribe to event: ', event);
      } else page.events.on(event, listener);
    },
    off(event, listener) {
      requireInit();
      page.events.off(event, listener);
    },
    getCurrentUser: () => meeting.self && rosterRow(meeting.self),
    getAttendeeslist: () => meeting.roster.map(rosterRow),
    getCurrentMeetingInfo() {
      // The SDK hard-codes the name and the id.
      const hardCoded = { userName: '', userId: 0 };
      return { ...hardCoded, isInMeeting: meeting.isInMeeting };
    },
    updateVideoOptions(options) {
      if (rendered !== 'yes') throw new TypeError('y is not a function');
      log.videoOptionsCalled(options);
      meeting.box?.fit(options);
    },
    checkSystemRequirements: () => ({ ...page.options.systemRequirements }),
  };
  return { client: recorded(client, log, page.answers), meeting };
}

/** These only read, or are counted by `listenerCount()`. */
const notRecorded: ReadonlySet<string> = new Set<keyof ZoomClient>([
  'on',
  'off',
  'checkSystemRequirements',
  'getCurrentUser',
  'getAttendeeslist',
  'getCurrentMeetingInfo',
  'isHost',
  'isCoHost',
  'isOriginHost',
  'isBotUser',
  'getBotAppName',
  'getBotAuthorizedUserInfoByUserId',
  'getAuthorizedBotListByUserId',
  'getPinList',
  'getLanguageTranslation',
  'getVirtualBackgroundStatus',
  'isSupportVirtualBackground',
  'getBreakoutRoomList',
  'getBreakoutRoomOptions',
  'getBreakoutRoomStatus',
  'getCurrentBreakoutRoom',
  'getUserStatus',
  'isBrowserSupportPTZ',
  'getCameraPTZCapability',
  'getFarEndCameraPTZCapability',
]);

/** The client, with its calls recorded, and with the answers that a test has set. */
function recorded(client: ZoomClient, log: FakeClientLog, answers: FakePage['answers']): ZoomClient {
  const methods = Object.entries(client).map(([name, method]: [string, (...args: unknown[]) => unknown]) => {
    if (notRecorded.has(name)) return [name, method];
    const recording = (...args: unknown[]) => {
      log.called(name as keyof ZoomClient, args);
      const answer = answers.get(name as FakeAction) ?? 'ok';
      return answer === 'ok' ? method(...args) : settled(answer);
    };
    return [name, recording];
  });
  return Object.fromEntries(methods) as ZoomClient;
}
