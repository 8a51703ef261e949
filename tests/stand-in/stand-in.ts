import { decodeJwt } from 'jose';
import { answerAction, type ClientFrame } from './answer-action';
import { breakoutRooms, noRooms } from './breakout';
import { judgeSignature, refusalFor, type Refusal } from './judge-signature';
import {
  admitted,
  attributes,
  encodeName,
  ended,
  frame,
  held,
  joined,
  rosterRow,
  roster,
  type RosterRow,
} from './wire';

/** The outcome of the next join, instead of the stand-in's own decision. */
export type ScriptedAnswer =
  | 'ok'
  /** A code of `wc/info`, or a way to fail. */
  | { info: number | 'hang' | 'abort' | 'never-settles' | 'http-500'; text?: string; url?: string }
  /** The code in the socket's answer. */
  | { res: number }
  /** `no-row`: it reports `Connected`, and the user's own row never arrives. */
  | { socket: 'close-before-ready' | 'silent' | 'no-row' };

/** Something that the SDK did. */
export interface StandInEvent {
  at: number;
  /** `poll`: the SDK asks whether the host has arrived. */
  what: 'info' | 'ping' | 'poll' | 'socket-open' | 'socket-close' | 'leave' | 'end';
  outcome: string;
  /** The signature of its join. */
  signature: string;
}

/** The browser's end of a socket. */
export interface SocketPeer {
  send(text: string): void;
  close(): void;
}

export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

interface Connection {
  peer: SocketPeer;
  self: number;
}

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'content-type': 'application/json',
};

const serverError: HttpAnswer = { status: 500, headers: cors, body: '' };

/** Heartbeats, measurements, and the media connection. */
const noise = new Set([0, 4167, 24321]);

/** The hosts for which the stand-in answers. */
export const standInHosts = /^(?:[\w-]+\.)*(?:zoom\.us|zoom-standin\.test)$/;

/**
 * Stands in for Zoom's join endpoint: it carries no media, but checks the signature as Zoom does. `playwright.ts`
 * and `msw.ts` are the transports.
 * @param now Zoom's clock, in ms since the epoch.
 */
export function createStandIn({
  sdkKey,
  sdkSecret,
  now = Date.now,
}: {
  sdkKey: string;
  sdkSecret: string;
  now?: () => number;
}) {
  const script: ScriptedAnswer[] = [];
  const log: StandInEvent[] = [];
  const connections = new Set<Connection>();
  const others = new Map<number, RosterRow>();
  const meeting = {
    passcode: undefined as string | undefined,
    hostPresent: true,
    waitingRoom: false,
    full: false,
    locked: false,
    /** Whether participants need an email address. */
    needsEmail: false,
    /** The registrants' tokens that it accepts. `undefined` if no registration is needed. */
    registrants: undefined as Set<string> | undefined,
    /** Whether participants may rename themselves. */
    allowRename: false,
    /** Whether the account can record in the cloud. */
    canRecord: false,
    /** Whether users who join have scheduled the meeting. */
    isOriginHost: false,
    hostKey: '123456',
    /** The features that the account allows in a meeting. */
    options: { isEnableClosedCaption: true } as Record<string, boolean>,
    breakout: noRooms,
    /** Whether Zoom answers actions in the meeting. */
    answersActions: true,
  };
  /** The body of each `wc/info`, oldest first. */
  const forms: Record<string, string>[] = [];
  /** The first message of each socket, oldest first. */
  const joinFrames: Record<string, unknown>[] = [];
  /** The actions in the meeting. */
  const actions: ClientFrame[] = [];
  let offline = false;
  /**
   * Whether the host has admitted the participant or put them on hold, which outlives a dropped socket.
   * `undefined`: as `meeting` says.
   */
  let onHold: boolean | undefined;
  let failSecondTry = false;
  let nextId = 16_778_240;
  /** The behaviour of the current join's socket, as set for its `wc/info`. */
  let socketAnswer: ScriptedAnswer = 'ok';
  let self: RosterRow | undefined;

  /** Of the current join. */
  let signature = '';

  const note = (what: StandInEvent['what'], outcome = '') =>
    log.push({ at: Date.now(), what, outcome, signature });
  const json = (value: unknown): HttpAnswer => ({ status: 200, headers: cors, body: JSON.stringify(value) });
  const broadcast = (frame: string) => connections.forEach(({ peer }) => peer.send(frame));

  function refuse({ errorCode, errorMessage }: Refusal) {
    note('info', `${errorCode} ${errorMessage}`);
    return json({ status: false, errorCode, errorMessage, result: null });
  }

  async function info(form: URLSearchParams): Promise<HttpAnswer | 'abort' | 'hang'> {
    const scripted = script.shift() ?? 'ok';
    socketAnswer = scripted;
    signature = form.get('signature') ?? '';
    forms.push(Object.fromEntries(form));
    if (typeof scripted === 'object' && 'info' in scripted) {
      const { info: answer } = scripted;
      if (answer === 'hang' || answer === 'abort') return (note('info', answer), answer);
      if (answer === 'http-500') return (note('info', answer), serverError);
      if (answer !== 'never-settles') return refuse(refusalFor(answer, scripted.url ?? scripted.text));
    }
    const meetingNumber = form.get('meetingNumber') ?? '';
    const refusal = await judgeSignature(signature, meetingNumber, { sdkKey, sdkSecret, now: now() });
    if (refusal) return refuse(refusal);
    if (
      meeting.passcode !== undefined &&
      decodeURIComponent(form.get('passWord') ?? '') !== meeting.passcode
    ) {
      return refuse(refusalFor(3004));
    }

    if (meeting.needsEmail && !form.get('userEmail')) return refuse(refusalFor(3005));
    if (meeting.registrants?.has(form.get('tk') ?? '') === false) {
      return refuse(refusalFor(3099, 'https://zoom.us/webinar/register/WN_1'));
    }

    const userName = form.get('userName') ?? '';
    const role = decodeJwt<{ role?: number }>(signature).role ?? 0;
    if (role === 1) meeting.hostPresent = true;
    const bHold = role !== 1 && (onHold ?? meeting.waitingRoom);
    self = rosterRow((nextId += 1024), encodeName(userName), { role, bHold });
    note('info', 'ok');
    return json({
      status: true,
      errorCode: 0,
      errorMessage: '',
      result: {
        meetingNumber,
        userName,
        ...(scripted !== 'ok' && 'info' in scripted ? {} : { mid: 'c3RhbmRpbg==' }),
        encryptedRWC: JSON.stringify({ 'rwc.zoom-standin.test': 'rwc-token' }),
        invite_email: `https://zoom-standin.test/j/${meetingNumber}`,
        meetingOptions: JSON.stringify(meeting.options),
        meetingTopic: 'Stand-in meeting',
        isWebinar: '0',
        can_recording: meeting.canRecord ? '1' : '0',
        isOriginHost: String(meeting.isOriginHost),
        enableLongPollingCheckStart: true,
        ts: '1',
        auth: 'a',
        tid: 't',
        track_auth: 't',
      },
    });
  }

  /** By POST since 6.0. Earlier versions use JSONP, as newer ones do when a POST fails with an HTTP error. */
  async function askInfo(method: string, form: URLSearchParams): Promise<HttpAnswer | 'abort' | 'hang'> {
    const callback = form.get('callback');
    if (callback !== null && failSecondTry) {
      failSecondTry = false;
      return serverError;
    }
    const answer = await info(form);
    failSecondTry = answer === serverError && method === 'POST';
    if (callback === null || typeof answer === 'string' || answer === serverError) return answer;
    const headers = { ...answer.headers, 'content-type': 'text/javascript' };
    return { ...answer, headers, body: `${callback}(${answer.body})` };
  }

  function refusedBySocket(): number | undefined {
    if (typeof socketAnswer === 'object' && 'res' in socketAnswer) return socketAnswer.res;
    // The socket reports it instead of `wc/info`, because only then does the SDK poll and join on its own when the
    // host arrives.
    if (!meeting.hostPresent) return 3008;
    if (meeting.full) return 9;
    return meeting.locked ? 12 : undefined;
  }

  function act(action: ClientFrame, own: RosterRow): void {
    const rows = new Map([[own.id, own], ...others]);
    const answers = answerAction(action, rows, own, meeting);
    for (const id of others.keys()) if (!rows.has(id)) others.delete(id);
    answers.forEach(broadcast);
  }

  /** A participant in a breakout room receives the main session through a second socket. */
  function mainSession(url: string, peer: SocketPeer) {
    const meetingNumber = new URL(url).pathname.split('/').at(-1) ?? '';
    const row = self!;
    setTimeout(() => {
      peer.send(joined(meetingNumber, row, 0));
      peer.send(roster({ add: [row, ...others.values()] }));
      peer.send(breakoutRooms(meeting.breakout));
    }, 10);
    return { message: () => {}, closed: () => {} };
  }

  return {
    meeting,
    log,
    forms,
    joinFrames,
    actions,
    /** Sets the outcomes of the next joins. */
    next: (...answers: ScriptedAnswer[]) => void script.push(...answers),
    /** Clears the outcomes of the next joins. */
    forget: () => void script.splice(0),
    count: (what: StandInEvent['what']) => log.filter((event) => event.what === what).length,
    get openSockets() {
      return connections.size;
    },

    /** Answers a request. Returns `undefined` if it is not for Zoom. */
    async http({ method, url, body }: { method: string; url: string; body: string }) {
      const { hostname, pathname } = new URL(url);
      if (!standInHosts.test(hostname)) return undefined;
      if (method === 'OPTIONS') return { status: 204, headers: cors, body: '' };
      if (offline) return 'abort' as const;
      if (pathname.endsWith('/wc/info')) {
        return askInfo(method, new URLSearchParams(body || new URL(url).search));
      }
      if (pathname.endsWith('/wc/rs')) {
        // A long poll: 31585 makes the SDK ask again at once, 3008 makes it ask every 30 s.
        for (let waited = 0; !meeting.hostPresent && waited < 1000; waited += 100) {
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        note('poll', meeting.hostPresent ? 'started' : 'not started');
        return json({ status: meeting.hostPresent, errorCode: meeting.hostPresent ? 0 : 31585 });
      }
      if (pathname.includes('/wc/ping/')) {
        note('ping');
        return json({ rwg: 'rwg.zoom-standin.test', rwcAuth: 'x' });
      }
      return { status: 404, headers: cors, body: '{}' };
    },

    /** Accepts a socket. Call back with what the browser sends, and when it closes. */
    socket(url: string, peer: SocketPeer) {
      if (new URL(url).searchParams.get('type') === 'm') return mainSession(url, peer);
      const row = self ?? rosterRow((nextId += 1024), encodeName(''), {});
      const connection: Connection = { peer, self: row.id };
      note('socket-open');
      connections.add(connection);
      const closed = () => {
        if (connections.delete(connection)) note('socket-close');
      };
      const closeSoon = () =>
        // If a socket is closed in its own open handler, the SDK settles no promise.
        setTimeout(() => {
          peer.close();
          closed();
        }, 300);
      const trouble = typeof socketAnswer === 'object' && 'socket' in socketAnswer && socketAnswer.socket;
      if (offline || trouble === 'close-before-ready') {
        socketAnswer = 'ok';
        closeSoon();
      } else if (trouble !== 'silent') {
        setTimeout(() => {
          if (connections.has(connection)) peer.send(JSON.stringify({ evt: 0, body: { status: 'READY' } }));
        }, 10);
      }
      return {
        message(text: string) {
          const received = JSON.parse(text) as { evt: number; body?: Record<string, unknown> };
          const { evt, body = {} } = received;
          if (evt === 0) peer.send(JSON.stringify({ evt: 0 }));
          if (evt === 4103) note('leave');
          if (evt === 4101) note('end');
          if (evt === 4103 || evt === 4101) onHold = undefined;
          if (evt !== 4301) {
            if (!noise.has(evt)) actions.push({ evt, body });
            if (meeting.answersActions) act({ evt, body }, row);
            return;
          }
          joinFrames.push(body);
          const meetingNumber = new URL(url).pathname.split('/').at(-1) ?? '';
          const res = refusedBySocket();
          peer.send(joined(meetingNumber, row, res ?? 0));
          if (res !== undefined) return void closeSoon();
          if (trouble === 'no-row') return;
          const visible = row.bHold ? [row] : [row, ...others.values()];
          if (meeting.breakout.ControlStatus === 2) peer.send(breakoutRooms(meeting.breakout));
          if (meeting.allowRename) peer.send(attributes({ bAllowAttendeeRename: true }));
          peer.send(roster({ add: visible }));
        },
        closed,
      };
    },

    hostArrives() {
      meeting.hostPresent = true;
    },
    /** Admits the participant from the waiting room. */
    admit() {
      onHold = false;
      if (self) self.bHold = false;
      connections.forEach(({ peer, self: id }) => {
        peer.send(roster({ update: [admitted(id)] }));
        if (others.size > 0) peer.send(roster({ add: [...others.values()] }));
      });
    },
    /** Puts the participant on hold. */
    hold() {
      onHold = true;
      broadcast(held());
    },
    /** Drops every socket. The SDK reconnects automatically. */
    dropSocket: () => connections.forEach(({ peer }) => peer.close()),
    goOffline() {
      offline = true;
      connections.forEach(({ peer }) => peer.close());
    },
    goOnline() {
      offline = false;
    },
    /** Ends the meeting for the participant: 7 `kicked by host`, 8 `ended by host`, … */
    end(reason: number) {
      onHold = undefined;
      broadcast(ended(reason));
    },
    addParticipant(name: string, more: Partial<RosterRow> = {}): number {
      const row = rosterRow((nextId += 1024), encodeName(name), more);
      others.set(row.id, row);
      broadcast(roster({ add: [row] }));
      return row.id;
    },
    updateParticipant(id: number, change: Partial<RosterRow>) {
      const row = others.get(id);
      if (row) Object.assign(row, change);
      broadcast(roster({ update: [{ id, ...change }] }));
    },
    removeParticipant(id: number) {
      others.delete(id);
      broadcast(roster({ remove: [{ id }] }));
    },
    /** Reports these breakout rooms. `status` 2: open. */
    setBreakoutRooms(
      rooms: readonly { id: string; name: string; userIds: readonly number[] }[],
      status: number,
    ) {
      const ItemList = rooms.map(({ id, name, userIds }) => ({
        BID: id,
        MeetingTitle: name,
        Status: status,
        HostID: '',
        ParticipantList: userIds.map((userId) => (userId === self?.id ? self : others.get(userId))!.userGUID),
      }));
      meeting.breakout = { ...noRooms, ControlStatus: status, ItemList };
      broadcast(breakoutRooms(meeting.breakout));
    },
    /** A participant speaks a line of captions, or continues it. */
    caption(userId: number, msgId: string, text: string, done: boolean) {
      const who = { keyNodeId: userId, nodeId: userId };
      const line = { msgId, content: encodeName(text), source: 1, language: 0, pos: 0, size: 0 };
      broadcast(frame(7983, { ...who, ...line, msgType: done ? 1 : 2 }));
    },
    /** Sends a frame for which there is no method here. */
    send: (evt: number, body: object) => broadcast(frame(evt, body)),
  };
}

export type StandIn = ReturnType<typeof createStandIn>;
