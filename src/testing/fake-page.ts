import type {
  ZoomBreakoutRoom,
  ZoomBreakoutRoomOptions,
  ZoomBreakoutRoomStatus,
  ZoomParticipant,
} from '../sdk/zoom-sdk';
import type { FakeAction, FakeAnswer } from './fake-answers';
import { roomOptions } from './fake-breakout-room-controls';
import type { FakeEvents } from './fake-events';
import { createEvents } from './fake-events';
import type { FakeJoin } from './fake-join';
import { createScript } from './fake-script';
import type { FakeZoomSdkOptions } from './fake-zoom-sdk';

/** The options with their defaults. */
type FakePageOptions = Required<
  Pick<FakeZoomSdkOptions, 'joinMs' | 'coldJoinMs' | 'leaveMs' | 'reconnectMs' | 'systemRequirements'>
> &
  Pick<FakeZoomSdkOptions, 'verify'>;

/** The breakout rooms of the meeting. */
interface FakeBreakout {
  rooms: readonly ZoomBreakoutRoom[];
  status: ZoomBreakoutRoomStatus;
  options: ZoomBreakoutRoomOptions;
  /** The `roomId` of the user's room, or an empty string. */
  joined: string;
}

/** The state that the clients of one page share, like the SDK's clients. */
export interface FakePage {
  readonly options: FakePageOptions;
  readonly events: FakeEvents;
  /** Everyone in the meeting except the user. */
  readonly others: Map<number, ZoomParticipant>;
  readonly breakout: FakeBreakout;
  /** The answers of the client's actions that differ from the SDK's. */
  readonly answers: Map<FakeAction, FakeAnswer>;
  nextJoin: () => FakeJoin;
  nextUserId(): number;
  /** How long the next join takes: the page's first one also evaluates the SDK's media code. */
  takeJoinMs(): number;
}

/** Creates a page on which nothing has been joined yet. */
export function createPage(options: FakeZoomSdkOptions): FakePage {
  const joinMs = options.joinMs ?? 300;
  let userId = 16_778_240;
  let cold = true;
  return {
    options: {
      joinMs,
      coldJoinMs: options.coldJoinMs ?? joinMs,
      leaveMs: options.leaveMs ?? 540,
      reconnectMs: options.reconnectMs ?? 1000,
      systemRequirements: options.systemRequirements ?? { audio: true, video: true, screen: true },
      verify: options.verify,
    },
    events: createEvents(),
    others: new Map(),
    breakout: {
      rooms: [],
      status: 1,
      options: roomOptions(),
      joined: '',
    },
    answers: new Map(),
    nextJoin: createScript(options.joins ?? [], 'ok'),
    nextUserId() {
      const id = userId;
      userId += 1024;
      return id;
    },
    takeJoinMs() {
      const ms = cold ? this.options.coldJoinMs : joinMs;
      cold = false;
      return ms;
    },
  };
}
