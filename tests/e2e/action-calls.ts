import type { ZoomActions } from 'react-zoom-meeting';
import type { ClientFrame } from '../stand-in/answer-action';
import { noRooms } from '../stand-in/breakout';
import { ids } from './client-actions';

const { ada, bob, carol, dan } = ids;
const done = 'resolves';
const refused = 'rejects NOT_HOST';

/** A call of an action, and its outcome on the real SDK. */
export interface ActionCall {
  action: keyof ZoomActions;
  /** Default: none. */
  argument?: unknown;
  /** `said the SDK` if the SDK refused the action, and not this library. */
  settles: string;
  /** The frames that reach Zoom. Default: none. */
  sends?: readonly ClientFrame[];
  /** The meeting then reconnects, and the next call waits for it. */
  reconnects?: true;
}

const image = { id: 'beach', displayName: 'Beach', fileName: 'beach.png', url: '/beach.png' };

/** Both rooms without participants, as a host opens them. */
const openRooms = {
  ...noRooms,
  ControlStatus: 2,
  ItemList: ['r1', 'r2'].map((id) => ({
    BID: id,
    MeetingTitle: `Room ${id}`,
    Status: 3,
    HostID: '',
    ParticipantList: [],
  })),
};

/** The actions that affect only what the user sees. Nobody has pinned Bob. */
const ownView: readonly ActionCall[] = [
  // The SDK handles pins and virtual backgrounds itself, and sends nothing.
  { action: 'removeAllPins', settles: 'rejects UNKNOWN, said the SDK' },
  { action: 'addPin', argument: bob, settles: done },
  { action: 'removeAllPins', settles: done },
  { action: 'lockVirtualBackground', argument: true, settles: 'rejects UNKNOWN, said the SDK' },
  { action: 'updateVirtualBackgroundList', argument: [image], settles: done },
  { action: 'setVirtualBackground', argument: 'blur', settles: done },
  { action: 'lockVirtualBackground', argument: true, settles: done },
  { action: 'setVirtualBackground', argument: 'blur', settles: 'rejects UNKNOWN, said the SDK' },
  { action: 'lockVirtualBackground', argument: false, settles: done },
];

/** Ada and Bob are guests. This list has every action. */
export const asGuest: readonly ActionCall[] = [
  { action: 'mute', argument: { mute: true, userId: bob }, settles: refused },
  { action: 'muteAll', argument: true, settles: refused },
  { action: 'rename', argument: { name: 'B', userId: bob }, settles: refused },
  { action: 'admit', argument: carol, settles: refused },
  { action: 'admitAll', settles: refused },
  { action: 'putOnHold', argument: bob, settles: refused },
  { action: 'expel', argument: bob, settles: refused },
  { action: 'makeHost', argument: bob, settles: refused },
  { action: 'makeCoHost', argument: bob, settles: refused },
  { action: 'revokeCoHost', argument: bob, settles: refused },
  { action: 'record', argument: 'start', settles: refused },
  { action: 'lockMeeting', argument: true, settles: refused },
  { action: 'leave', argument: { newHostId: bob }, settles: refused },
  { action: 'end', settles: refused },
  { action: 'openBreakoutRooms', settles: refused },
  { action: 'closeAllBreakoutRooms', settles: refused },
  { action: 'assignUserToRoom', argument: { userId: bob, roomId: 'r1' }, settles: refused },
  { action: 'moveUserToBreakoutRoom', argument: { userId: bob, roomId: 'r2' }, settles: refused },
  { action: 'broadcast', argument: 'hi', settles: refused },
  // Only the SDK knows who scheduled the meeting.
  { action: 'reclaimHost', settles: `${refused}, said the SDK` },
  // Actions that everyone may use.
  {
    action: 'mute',
    argument: { mute: true },
    settles: 'rejects 6015, said the SDK',
  },
  {
    action: 'rename',
    argument: { name: 'Ada L' },
    settles: done,
    sends: [{ evt: 4109, body: { id: ada, dn2: 'QWRhIEw', olddn2: 'QWRh' } }],
  },
  ...ownView,
  { action: 'setViewType', argument: 'speaker', settles: done },
  {
    action: 'sendChat',
    argument: { message: 'hi', userId: bob },
    settles: 'resolves with hi',
    sends: [
      {
        evt: 4135,
        body: { text: 'aGk', destNodeID: bob, sn: 'em9vbS0xNjc3OTI2NA' },
      },
    ],
  },
  {
    action: 'joinBreakoutRoom',
    argument: 'r2',
    settles: 'rejects 7502, said the SDK',
  },
  {
    action: 'joinBreakoutRoom',
    argument: 'r1',
    settles: done,
    sends: [{ evt: 4193, body: { targetBID: 'r1' } }],
    reconnects: true,
  },
  {
    action: 'leaveBreakoutRoom',
    settles: done,
    sends: [{ evt: 4185, body: { reason: 1 } }],
    reconnects: true,
  },
  { action: 'leaveBreakoutRoom', settles: 'rejects 7504, said the SDK' },
  { action: 'leave', settles: done, sends: [{ evt: 4103, body: {} }] },
];

/**
 * Ada is the host and scheduled the meeting. Bob and Dan have audio, Carol is in the waiting room. There are two
 * breakout rooms without participants, which are not open. Together with `asHostAgain`, this list has every
 * action.
 */
export const asHost: readonly ActionCall[] = [
  {
    action: 'mute',
    argument: { mute: true, userId: bob },
    settles: done,
    sends: [{ evt: 8193, body: { id: bob, bMute: true } }],
  },
  {
    action: 'mute',
    argument: { mute: false, userId: bob },
    settles: done,
    sends: [{ evt: 8193, body: { id: bob, bMute: false } }],
  },
  {
    action: 'muteAll',
    argument: true,
    settles: done,
    sends: [{ evt: 8201, body: { bMute: true } }],
  },
  {
    action: 'muteAll',
    argument: false,
    settles: done,
    sends: [{ evt: 8201, body: { bMute: false } }],
  },
  {
    action: 'rename',
    argument: { name: 'Bobby', userId: bob },
    settles: done,
    sends: [{ evt: 4109, body: { id: bob, dn2: 'Qm9iYnk', olddn2: 'Qm9i' } }],
  },
  {
    action: 'admit',
    argument: carol,
    settles: done,
    sends: [{ evt: 4113, body: { id: carol, bHold: false } }],
  },
  {
    action: 'putOnHold',
    argument: carol,
    settles: done,
    sends: [{ evt: 4113, body: { id: carol, bHold: true } }],
  },
  { action: 'admitAll', settles: done, sends: [{ evt: 4199, body: {} }] },
  {
    action: 'expel',
    argument: dan,
    settles: done,
    sends: [{ evt: 4107, body: { id: dan } }],
  },
  {
    action: 'makeCoHost',
    argument: bob,
    settles: done,
    sends: [{ evt: 4111, body: { id: bob, bCoHost: true } }],
  },
  {
    action: 'revokeCoHost',
    argument: bob,
    settles: done,
    sends: [{ evt: 4195, body: { id: bob } }],
  },
  {
    action: 'lockMeeting',
    argument: true,
    settles: done,
    sends: [{ evt: 4099, body: { bLock: true } }],
  },
  {
    action: 'lockMeeting',
    argument: false,
    settles: done,
    sends: [{ evt: 4099, body: { bLock: false } }],
  },
  {
    action: 'record',
    argument: 'start',
    settles: done,
    sends: [{ evt: 4105, body: { bRecord: true, bPause: false } }],
  },
  {
    action: 'record',
    argument: 'pause',
    settles: done,
    sends: [{ evt: 4105, body: { bRecord: false, bPause: true } }],
  },
  {
    action: 'record',
    argument: 'resume',
    settles: done,
    sends: [{ evt: 4105, body: { bRecord: true, bPause: false } }],
  },
  {
    action: 'record',
    argument: 'stop',
    settles: done,
    sends: [{ evt: 4105, body: { bRecord: false, bPause: false } }],
  },
  ...ownView,
  { action: 'setViewType', argument: 'speaker', settles: done },
  {
    action: 'sendChat',
    argument: { message: 'hi' },
    settles: 'resolves with hi',
    sends: [
      {
        evt: 4135,
        body: { text: 'aGk', destNodeID: 0, sn: 'em9vbS0xNjc3OTI2NA' },
      },
    ],
  },
  {
    action: 'openBreakoutRooms',
    settles: done,
    sends: [{ evt: 4175, body: { proto: btoa(JSON.stringify(openRooms)) } }],
  },
  {
    action: 'assignUserToRoom',
    argument: { userId: bob, roomId: 'r1' },
    settles: done,
    sends: [{ evt: 4179, body: { targetID: bob, targetBID: 'r1' } }],
  },
  {
    action: 'moveUserToBreakoutRoom',
    argument: { userId: bob, roomId: 'r2' },
    settles: done,
    sends: [{ evt: 4181, body: { targetID: bob, targetBID: 'r2' } }],
  },
  {
    action: 'broadcast',
    argument: 'hi',
    settles: done,
    sends: [{ evt: 4187, body: { textContent: 'aGk' } }],
  },
  {
    action: 'makeHost',
    argument: bob,
    settles: done,
    sends: [{ evt: 4111, body: { id: bob, bCoHost: false } }],
  },
  {
    action: 'reclaimHost',
    settles: done,
    sends: [{ evt: 4133, body: { id: ada, bCoHost: false } }],
  },
  {
    action: 'leave',
    argument: { newHostId: bob },
    settles: done,
    sends: [
      { evt: 4111, body: { id: bob, bCoHost: false } },
      { evt: 4103, body: {} },
    ],
  },
];

/** Ada has joined again as the host. The breakout rooms are still open. */
export const asHostAgain: readonly ActionCall[] = [
  {
    action: 'joinBreakoutRoom',
    argument: 'r1',
    settles: done,
    sends: [{ evt: 4193, body: { targetBID: 'r1' } }],
    reconnects: true,
  },
  {
    action: 'leaveBreakoutRoom',
    settles: done,
    sends: [{ evt: 4185, body: { reason: 1 } }],
    reconnects: true,
  },
  // Nobody is in a room, so the SDK does not wait until the rooms are empty.
  {
    action: 'closeAllBreakoutRooms',
    settles: done,
    sends: [
      { evt: 4177, body: { status: 3 } },
      { evt: 4177, body: { status: 4 } },
    ],
  },
  { action: 'end', settles: done, sends: [{ evt: 4101, body: {} }] },
];
