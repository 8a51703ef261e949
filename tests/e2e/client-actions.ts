import type { ZoomClient } from '../../src/sdk/zoom-sdk';
import type { ClientFrame } from '../stand-in/answer-action';

/** A call of the real client, and its outcome. */
export interface ClientCall {
  method: keyof ZoomClient;
  args: readonly unknown[];
  /** `resolves` or `rejects` with a value as JSON, or an error's message. */
  settles: string;
  /** The frames that reach Zoom. Default: none. */
  sends?: readonly ClientFrame[];
}

/** The ids that the stand-in assigns, in order. */
export const ids = { ada: 16_779_264, bob: 16_780_288, carol: 16_781_312, dan: 16_782_336 };
const { ada, bob, carol, dan } = ids;

const done = 'resolves ""';
const notManager =
  'rejects {"type":"INSUFFICIENT_PRIVILEGES","reason":"only host or co-host can do the operation","errorCode":5006}';
const notHost =
  'rejects {"type":"INSUFFICIENT_PRIVILEGES","reason":"only host can do the operation","errorCode":5007}';
const noAudio = 'rejects {"type":"INVALID_OPERATION","reason":"no audio joined","errorCode":6015}';
const noAnswer = 'rejects {"type":"OPERATION_TIMEOUT","errorCode":1}';

/** Ada and Bob are guests. */
export const asGuest: readonly ClientCall[] = [
  { method: 'mute', args: [true], settles: noAudio },
  {
    method: 'mute',
    args: [true, bob],
    settles: 'rejects {"type":"INSUFFICIENT_PRIVILEGES","errorCode":5006}',
  },
  { method: 'muteAll', args: [true], settles: notManager },
  {
    method: 'rename',
    args: ['Ada L', ada],
    settles: done,
    sends: [{ evt: 4109, body: { id: ada, dn2: 'QWRhIEw', olddn2: 'QWRh' } }],
  },
  {
    method: 'rename',
    args: ['B', bob],
    settles: 'rejects {"type":"INSUFFICIENT_PRIVILEGES","errorCode":5006}',
  },
  { method: 'admit', args: [bob], settles: notManager },
  { method: 'admitAll', args: [], settles: notManager },
  { method: 'putOnHold', args: [bob, true], settles: notManager },
  { method: 'expel', args: [bob], settles: notManager },
  { method: 'lockMeeting', args: [true], settles: notManager },
  { method: 'record', args: ['start'], settles: notManager },
  { method: 'makeHost', args: [bob], settles: notHost },
  { method: 'makeCoHost', args: [bob], settles: notHost },
  { method: 'revokeCoHost', args: [bob], settles: notHost },
  { method: 'endMeeting', args: [], settles: notHost },
  {
    method: 'reclaimHost',
    args: [],
    settles:
      'rejects {"type":"INSUFFICIENT_PRIVILEGES","reason":"Only original host or alternative host can reclaim host","errorCode":5011}',
  },
  { method: 'openBreakoutRooms', args: [[]], settles: notManager },
  { method: 'closeAllBreakoutRooms', args: [], settles: notManager },
  { method: 'assignUserToRoom', args: [bob, 'r1'], settles: notManager },
  { method: 'moveUserToBreakoutRoom', args: [bob, 'r1'], settles: notManager },
  { method: 'broadcast', args: ['hi'], settles: notManager },
  {
    method: 'joinBreakoutRoom',
    args: ['r1'],
    settles: 'rejects {"type":"INVALID_OPERATION","reason":"Breakout room is not started","errorCode":7504}',
  },
  {
    method: 'leaveBreakoutRoom',
    args: [],
    settles: 'rejects {"type":"INVALID_OPERATION","errorCode":7504}',
  },
  // Actions that affect only the user.
  { method: 'addPin', args: [bob], settles: done },
  { method: 'addPin', args: [bob], settles: 'rejects The user has already been pinned' },
  { method: 'removeAllPins', args: [], settles: done },
  { method: 'removeAllPins', args: [], settles: 'rejects No user has been pinned' },
  { method: 'setViewType', args: ['speaker'], settles: done },
  {
    method: 'setViewType',
    args: ['no view'],
    settles:
      'rejects Invalid view type: no view. Only active, gallery, minimized, ribbon, speaker are supported.',
  },
  { method: 'setVirtualBackground', args: ['no image'], settles: 'rejects Invalid image id' },
  { method: 'setVirtualBackground', args: ['blur'], settles: done },
  { method: 'sendChat', args: [''], settles: 'rejects Invalid chat message' },
  {
    method: 'sendChat',
    args: ['hi', 5],
    settles: 'rejects {"type":"INVALID_PARAMETERS","reason":"invalid target user","errorCode":7001}',
  },
  {
    method: 'sendChat',
    args: ['hi', bob],
    settles: 'resolves message-aGk: "hi" from Ada L to Bob',
    sends: [{ evt: 4135, body: { text: 'aGk', destNodeID: bob, sn: 'em9vbS0xNjc3OTI2NA' } }],
  },
  {
    method: 'claimHostWithHostKey',
    args: ['000000'],
    settles: 'rejects {"type":"INTERNAL_ERROR","errorCode":2,"reason":"Invalid host key"}',
    sends: [{ evt: 4215, body: { hostKey: '000000' } }],
  },
  {
    method: 'claimHostWithHostKey',
    args: ['123456'],
    settles: done,
    sends: [{ evt: 4215, body: { hostKey: '123456' } }],
  },
  // Ada is now the host.
  { method: 'reclaimHost', args: [], settles: done },
];

/** Ada is the host and scheduled the meeting. Bob and Dan have audio, Carol is in the waiting room. */
export const asHost: readonly ClientCall[] = [
  { method: 'mute', args: [true], settles: noAudio },
  {
    method: 'mute',
    args: [true, bob],
    settles: done,
    sends: [{ evt: 8193, body: { id: bob, bMute: true } }],
  },
  {
    method: 'mute',
    args: [false, bob],
    settles: done,
    sends: [{ evt: 8193, body: { id: bob, bMute: false } }],
  },
  {
    method: 'mute',
    args: [true, 1],
    settles: 'rejects {"type":"INVALID_PARAMETERS","reason":"no matching user","errorCode":6001}',
  },
  { method: 'muteAll', args: [true], settles: done, sends: [{ evt: 8201, body: { bMute: true } }] },
  { method: 'muteAll', args: [false], settles: done, sends: [{ evt: 8201, body: { bMute: false } }] },
  {
    method: 'rename',
    args: ['Bobby', bob],
    settles: done,
    sends: [{ evt: 4109, body: { id: bob, dn2: 'Qm9iYnk', olddn2: 'Qm9i' } }],
  },
  {
    method: 'rename',
    args: ['X', 1],
    settles: 'rejects {"type":"INVALID_PARAMETERS","reason":"no matching user","errorCode":5011}',
  },
  {
    method: 'admit',
    args: [bob],
    settles: 'rejects {"type":"INVALID_PARAMETERS","reason":"no matching user","errorCode":5011}',
  },
  {
    method: 'admit',
    args: [carol],
    settles: done,
    sends: [{ evt: 4113, body: { id: carol, bHold: false } }],
  },
  {
    method: 'putOnHold',
    args: [carol, true],
    settles: done,
    sends: [{ evt: 4113, body: { id: carol, bHold: true } }],
  },
  // Its second argument is ignored: a participant on hold stays there.
  {
    method: 'putOnHold',
    args: [carol, false],
    settles: 'rejects {"type":"INVALID_PARAMETERS","reason":"no matching user"}',
  },
  {
    method: 'putOnHold',
    args: [ada, true],
    settles: 'rejects {"type":"INVALID_OPERATION","reason":"operation is not applicable to self"}',
  },
  { method: 'admitAll', args: [], settles: done, sends: [{ evt: 4199, body: {} }] },
  { method: 'expel', args: [dan], settles: done, sends: [{ evt: 4107, body: { id: dan } }] },
  {
    method: 'expel',
    args: [dan],
    settles: 'rejects {"type":"INVALID_PARAMETERS","reason":"no matched user","errorCode":5011}',
  },
  {
    method: 'makeCoHost',
    args: [bob],
    settles: done,
    sends: [{ evt: 4111, body: { id: bob, bCoHost: true } }],
  },
  {
    method: 'makeCoHost',
    args: [bob],
    settles: `rejects {"type":"INVALID_PARAMETERS","reason":"user:[${bob}] is already co-host ","errorCode":5011}`,
  },
  { method: 'revokeCoHost', args: [bob], settles: done, sends: [{ evt: 4195, body: { id: bob } }] },
  { method: 'lockMeeting', args: [true], settles: done, sends: [{ evt: 4099, body: { bLock: true } }] },
  { method: 'lockMeeting', args: [true], settles: done },
  { method: 'lockMeeting', args: [false], settles: done, sends: [{ evt: 4099, body: { bLock: false } }] },
  {
    method: 'record',
    args: ['pause'],
    settles: 'rejects {"type":"INVALID_OPERATION","reason":"Recording is not started","errorCode":7202}',
  },
  {
    method: 'record',
    args: ['start'],
    settles: done,
    sends: [{ evt: 4105, body: { bRecord: true, bPause: false } }],
  },
  {
    method: 'sendChat',
    args: ['hi'],
    settles: 'resolves message-aGk: "hi" from Ada to Everyone',
    sends: [{ evt: 4135, body: { text: 'aGk', destNodeID: 0, sn: 'em9vbS0xNjc3OTI2NA' } }],
  },
  {
    method: 'openBreakoutRooms',
    args: [[{ roomId: 'no room', name: 'A', attendeeList: [] }]],
    settles: 'rejects {"type":"INVALID_PARAMETERS","reason":"roomId is wrong","errorCode":7502}',
  },
  {
    method: 'closeAllBreakoutRooms',
    args: [],
    settles: 'rejects {"type":"INVALID_OPERATION","reason":"room is not started","errorCode":7504}',
  },
  {
    method: 'makeHost',
    args: [bob],
    settles: done,
    sends: [{ evt: 4111, body: { id: bob, bCoHost: false } }],
  },
  { method: 'lockMeeting', args: [true], settles: notManager },
  // Ada scheduled the meeting.
  {
    method: 'reclaimHost',
    args: [],
    settles: done,
    sends: [{ evt: 4133, body: { id: ada, bCoHost: false } }],
  },
  {
    method: 'leaveMeeting',
    args: [bob],
    settles: done,
    sends: [
      { evt: 4111, body: { id: bob, bCoHost: false } },
      { evt: 4103, body: {} },
    ],
  },
  {
    method: 'sendChat',
    args: ['hi'],
    settles: 'rejects {"type":"IMPROPER_MEETING_STATE","reason":"closed","errorCode":5002}',
  },
];

/** The SDK's events during the host's calls above. */
export const toldToHost: readonly string[] = [
  `user-updated [{"userId":${bob},"muted":true}]`,
  `user-updated [{"userId":${dan},"muted":true}]`,
  `user-updated [{"userId":${bob},"displayName":"Bobby"}]`,
  `user-removed ${carol} nUserStatus 1`,
  `media-capture-permission-change {"type":"remove","value":${carol}}`,
  `user-added ${carol}`,
  `user-updated [{"userId":${carol},"bHold":true}]`,
  `user-removed ${carol} nUserStatus 1`,
  `media-capture-permission-change {"type":"remove","value":${carol}}`,
  `user-added ${carol}`,
  `user-removed ${dan}`,
  `media-capture-permission-change {"type":"remove","value":${dan}}`,
  `user-updated [{"userId":${bob},"bCoHost":true}]`,
  `user-updated [{"userId":${bob},"bCoHost":false}]`,
  'recording-change "Recording"',
  `chat-on-message`,
  `user-updated [{"userId":${bob},"userRole":1,"isHost":true}]`,
  `user-updated [{"userId":${ada},"userRole":0,"isHost":false}]`,
  `user-updated [{"userId":${ada},"userRole":1,"isHost":true}]`,
  `user-updated [{"userId":${bob},"userRole":0,"isHost":false}]`,
  `user-updated [{"userId":${bob},"userRole":1,"isHost":true}]`,
  'connection-change {"state":"Closed"}',
];

/** Ada is a host, and Zoom does not answer. */
export const unanswered: readonly ClientCall[] = [
  {
    method: 'lockMeeting',
    args: [true],
    settles: noAnswer,
    sends: [{ evt: 4099, body: { bLock: true } }],
  },
  {
    method: 'expel',
    args: [bob],
    settles: noAnswer,
    sends: [{ evt: 4107, body: { id: bob } }],
  },
  {
    method: 'sendChat',
    args: ['hi'],
    settles: noAnswer,
    sends: [{ evt: 4135, body: { text: 'aGk', destNodeID: 0, sn: 'em9vbS0xNjc3OTI2NA' } }],
  },
  {
    method: 'admitAll',
    args: [],
    settles: 'never settles',
    sends: [{ evt: 4199, body: {} }],
  },
];
