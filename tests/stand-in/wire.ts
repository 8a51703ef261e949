/** Where the SDK goes after `zoom.us`. The names do not exist, so nothing that slips through reaches anyone. */
export const gatewayHost = 'rwg.zoom-standin.test';
const pingHost = 'rwc.zoom-standin.test';
const mediaHost = 'media.zoom-standin.test';

/** Whether Zoom's side answers for this host. */
export function isZoomHost(hostname: string): boolean {
  return /(^|\.)(zoom\.us|zoomgov\.com|zoom-standin\.test)$/.test(hostname);
}

/** The web front's answer that lets a join go on, without which the SDK hangs, rejects or shows nothing. */
export function infoResult(meetingNumber: string, userName: string, complete: boolean): object {
  return {
    meetingNumber,
    userName,
    ...(complete ? { mid: 'c3RhbmRpbg==' } : {}),
    encryptedRWC: JSON.stringify({ [pingHost]: 'rwc-token' }),
    invite_email: `https://zoom-standin.test/j/${meetingNumber}`,
    meetingOptions: JSON.stringify({ isEnableClosedCaption: true }),
    meetingTopic: 'Stand-in meeting',
    isWebinar: '0',
    ts: '1',
    auth: 'stand-in',
    tid: 'stand-in',
    track_auth: 'stand-in',
  };
}

export const pingResult = { rwg: gatewayHost, rwcAuth: 'stand-in' };

/** The kinds of frame that matter here; a frame is JSON text. */
export const evt = { heartbeat: 0, end: 4101, leave: 4103, launch: 4301, joined: 4098, roster: 7937, over: 7939 };

/** A row of the roster, as far as the SDK needs it. */
export interface Row {
  id: number;
  dn2: string;
  role: 0 | 1;
  type: number;
  bHold: boolean;
  zoomID: string;
  userGUID: string;
  audio: string;
  muted: boolean;
  bVideoOn: boolean;
}

export function rosterRow(id: number, name: string, role: 0 | 1, onHold: boolean): Row {
  return {
    id,
    dn2: encodeName(name),
    role,
    type: 9,
    bHold: onHold,
    zoomID: `zoom-id-${id}`,
    userGUID: `user-guid-${id}`,
    audio: '',
    muted: true,
    bVideoOn: false,
  };
}

/** The answer to a launch: who the user is in the meeting, or the `res` that refuses. */
export function joinFrame(res: number, meetingNumber: string, id: number, role: 0 | 1): object {
  return {
    evt: evt.joined,
    body: {
      res,
      mn: meetingNumber,
      userID: id,
      zoomID: `zoom-id-${id}`,
      userGUID: `user-guid-${id}`,
      participantID: 1,
      role,
      conID: 'conn-1',
      confID: 'conf-1',
      svcUrl: mediaHost,
      jid: '',
    },
  };
}

/** A frame's kind; undefined for anything that is no frame. */
export function frameKind(text: string): number | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    if (typeof frame !== 'object' || frame === null || !('evt' in frame)) return undefined;
    return typeof frame.evt === 'number' ? frame.evt : undefined;
  } catch {
    return undefined;
  }
}

/** Names travel as url-safe base64 of UTF-8. */
export function encodeName(name: string): string {
  const bytes = new TextEncoder().encode(name);
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
