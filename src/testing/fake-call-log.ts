import type { ZoomVideoOptions } from '../sdk/zoom-sdk';
import type { FakeClientLog } from './fake-client';
import type { FakeCall, FakeInitCall, FakeJoinCall } from './fake-zoom-sdk';

/** The recorded calls on a page. */
interface FakeCallLog extends FakeClientLog {
  readonly calls: FakeCall[];
  readonly joinCalls: FakeJoinCall[];
  readonly initCalls: FakeInitCall[];
  readonly leaveCalls: number[];
  readonly endCalls: number[];
  readonly destroyCalls: number[];
  readonly videoOptionsCalls: ZoomVideoOptions[];
  loadCount: number;
  warmCount: number;
  maxConcurrentJoins: number;
}

/** Creates an empty record. */
export function createCallLog(): FakeCallLog {
  let unsettled = 0;
  const log: FakeCallLog = {
    calls: [],
    joinCalls: [],
    initCalls: [],
    leaveCalls: [],
    endCalls: [],
    destroyCalls: [],
    videoOptionsCalls: [],
    loadCount: 0,
    warmCount: 0,
    maxConcurrentJoins: 0,
    called(method, args) {
      const at = Date.now();
      log.calls.push({ at, method, args } as FakeCall);
      if (method === 'leaveMeeting') log.leaveCalls.push(at);
      if (method === 'endMeeting') log.endCalls.push(at);
    },
    initCalled: (options) => void log.initCalls.push({ at: Date.now(), options }),
    joinCalled(options) {
      const { meetingNumber, userName, signature } = options;
      log.joinCalls.push({ at: Date.now(), meetingNumber, userName, signature, options: { ...options } });
      unsettled += 1;
      log.maxConcurrentJoins = Math.max(log.maxConcurrentJoins, unsettled);
      return () => (unsettled -= 1);
    },
    videoOptionsCalled: (options) => void log.videoOptionsCalls.push(options),
  };
  return log;
}
