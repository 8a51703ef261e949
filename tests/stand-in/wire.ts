/** A participant in the format of the socket's roster frames. */
export interface RosterRow {
  id: number;
  dn2: string;
  role: number;
  type: number;
  bHold: boolean;
  zoomID: string;
  userGUID: string;
  audio: string;
  muted: boolean;
  bVideoOn: boolean;
  bCoHost?: boolean;
}

export function rosterRow(id: number, dn2: string, more: Partial<RosterRow>): RosterRow {
  return {
    id,
    dn2,
    role: 0,
    type: 9,
    bHold: false,
    zoomID: encodeName(`zoom-${id}`),
    userGUID: `guid-${id}`,
    audio: '',
    muted: true,
    bVideoOn: false,
    ...more,
  };
}

/** URL-safe base64 of UTF-8. */
export function encodeName(name: string): string {
  const bytes = String.fromCharCode(...new TextEncoder().encode(name));
  return btoa(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The text that `encodeName` encoded. */
export function decodeName(text: string): string {
  const bytes = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}

export const frame = (evt: number, body: object) => JSON.stringify({ evt, body });

/** The answer to a join. `res` 0 accepts it. */
export function joined(
  meetingNumber: string,
  { id, zoomID, userGUID, role }: RosterRow,
  res: number,
): string {
  const who = { userID: id, zoomID, userGUID, participantID: 1, role };
  const where = { conID: `conn-${id}`, confID: 'conf-1', svcUrl: 'rwg.zoom-standin.test', jid: '' };
  return frame(4098, { res, mn: meetingNumber, ...who, ...where });
}

export const roster = (change: { add?: RosterRow[]; update?: object[]; remove?: { id: number }[] }) =>
  frame(7937, change);
/** A change of the meeting as a whole. */
export const attributes = (change: object) => frame(7938, change);
export const admitted = (id: number) => ({ id, bHold: false });
export const held = () => frame(7939, { reason: 5, subReason: 1 });
export const ended = (reason: number) => frame(7939, { reason });
