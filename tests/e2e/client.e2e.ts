import { describe, expect, vi } from 'vitest';
import { asGuest, asHost, type ClientCall, ids, toldToHost, unanswered } from './client-actions';
import { typedEvents } from './client-names';
import { it, type Opened, useBrowser } from './harness';

useBrowser();

/** A meeting that Ada has joined, with the events of the SDK's client recorded. */
async function inMeeting(
  open: () => Promise<Opened>,
  role: 0 | 1,
  set: Partial<Opened['standIn']['meeting']>,
) {
  const opened = await open();
  const { page, standIn } = opened;
  Object.assign(standIn.meeting, set);
  await opened.mount({ role });
  await opened.waitFor('joined');
  const told: string[] = [];
  await page.exposeFunction('tell', (line: string) => void told.push(line));
  await page.evaluate((names) => {
    const { client } = harness.meeting.current!;
    // The library releases its client when the meeting is over.
    Object.assign(globalThis, { client });
    for (const name of names) {
      client!.on(name, (payload: unknown) => {
        const { tell } = globalThis as unknown as { tell(line: string): void };
        const [row] = Array.isArray(payload) ? (payload as Record<string, unknown>[]) : [];
        const isWhole = name === 'user-added' || name === 'user-removed';
        const status = row?.['nUserStatus'];
        if (name === 'chat-on-message') tell(name);
        else if (isWhole)
          tell(`${name} ${row?.['userId']}${status === undefined ? '' : ` nUserStatus ${status}`}`);
        else tell(`${name} ${JSON.stringify(payload)}`);
      });
    }
  }, Object.keys(typedEvents));
  return { ...opened, told };
}

/** Calls the client. A promise that has not settled after `patience` ms counts as never settling. */
async function call(
  { page, standIn }: Opened,
  { method, args }: ClientCall,
  patience: number,
): Promise<ClientCall> {
  const before = standIn.actions.length;
  const settles = await page.evaluate(
    ({ name, values, ms }) => {
      const { client } = globalThis as unknown as {
        client: Record<string, (...given: unknown[]) => Promise<unknown>>;
      };
      const plain = (value: unknown): string => {
        if (value instanceof Error) return value.message;
        const message = value as {
          id?: string;
          message: string;
          sender: { name: string };
          receiver: { name: string };
        };
        // Without the timestamp.
        return message?.sender
          ? `${message.id}: "${message.message}" from ${message.sender.name} to ${message.receiver.name}`
          : JSON.stringify(value);
      };
      return Promise.race([
        client[name]!(...values).then(
          (value) => `resolves ${plain(value)}`,
          (reason: unknown) => `rejects ${plain(reason)}`,
        ),
        new Promise<string>((resolve) => setTimeout(() => resolve('never settles'), ms)),
      ]);
    },
    { name: method, values: args, ms: patience },
  );
  const sends = standIn.actions.slice(before);
  return { method, args, settles, ...(sends.length > 0 && { sends }) };
}

/** Makes these calls one after another. */
async function callAll(opened: Opened, calls: readonly ClientCall[]): Promise<ClientCall[]> {
  const seen: ClientCall[] = [];
  for (const next of calls) seen.push(await call(opened, next, 30_000));
  return seen;
}

describe.concurrent("the SDK's client", () => {
  it('rejects host methods for a guest before asking Zoom', async ({ open }) => {
    const opened = await inMeeting(open, 0, { allowRename: true });
    expect(opened.standIn.addParticipant('Bob')).toBe(ids.bob);
    await vi.waitFor(() => expect(opened.told).toContain(`user-added ${ids.bob}`), 20_000);
    expect(await callAll(opened, asGuest)).toEqual(asGuest);
  });

  it('sends a host’s calls to Zoom, resolves when Zoom answers, and reports the changes', async ({
    open,
  }) => {
    const opened = await inMeeting(open, 1, { canRecord: true, isOriginHost: true });
    const { standIn, told } = opened;
    const audible = { audio: 'computer', muted: false };
    standIn.addParticipant('Bob', audible);
    standIn.addParticipant('Carol', { bHold: true });
    standIn.addParticipant('Dan', audible);
    await vi.waitFor(() => expect(told).toContain(`user-added ${ids.dan}`), 20_000);
    // Events mention Carol, although she is not listed.
    expect(told).toContain(`user-added ${ids.carol}`);
    const listed = await opened.page.evaluate(() =>
      harness.meeting.current!.client!.getAttendeeslist().map(({ displayName }) => displayName),
    );
    expect(listed).toEqual(['Ada', 'Bob', 'Dan']);
    told.length = 0;
    expect(await callAll(opened, asHost)).toEqual(asHost);
    await vi.waitFor(() => expect(told).toEqual(toldToHost), 20_000);
  });

  it('gives up after 10 s without an answer from Zoom, except when admitting everyone', async ({ open }) => {
    const opened = await inMeeting(open, 1, { answersActions: false });
    expect(opened.standIn.addParticipant('Bob')).toBe(ids.bob);
    await vi.waitFor(() => expect(opened.told).toContain(`user-added ${ids.bob}`), 20_000);
    expect(await callAll(opened, unanswered)).toEqual(unanswered);
  });

  it('delivers Zoom’s events with the types that we declare', async ({ open }) => {
    const opened = await inMeeting(open, 1, {});
    const { standIn, told } = opened;
    const { ada, bob } = ids;
    standIn.addParticipant('Bob');
    const update = (change: object) => standIn.send(7937, { update: [{ id: bob, ...change }] });
    const frames: { send(): void; tells: string[] }[] = [
      {
        send: () => standIn.send(12033, { asn1: bob }),
        tells: [`active-speaker [{"userId":${bob},"displayName":"Bob"}]`],
      },
      { send: () => standIn.send(12033, {}), tells: ['active-speaker []'] },
      { send: () => standIn.send(7938, { cmrServerStatus: 3 }), tells: ['recording-change "Paused"'] },
      { send: () => standIn.send(7938, { cmrServerStatus: 4 }), tells: ['recording-change "Stopped"'] },
      {
        send: () => update({ bLocalRecordStatus: 1 }),
        tells: [
          `user-updated [{"userId":${bob},"bLocalRecord":1}]`,
          `local-recording-change {"userId":${bob},"bLocalRecord":1}`,
          `media-capture-status-change {"userId":${bob},"bLocalRecord":1}`,
        ],
      },
      {
        send: () => update({ bShareOn: true, bSharePause: false }),
        tells: [
          `user-updated [{"userId":${bob},"sharerOn":true,"sharerPause":false}]`,
          `peer-share-state-change {"userId":${bob},"action":"Start","isFromMainSession":false}`,
        ],
      },
      {
        send: () => update({ bShareOn: true, bSharePause: true }),
        tells: [
          `user-updated [{"userId":${bob},"sharerOn":true,"sharerPause":true}]`,
          `peer-share-state-change {"userId":${bob},"action":"Pause"}`,
        ],
      },
      {
        send: () => update({ bShareOn: false }),
        tells: [
          `user-updated [{"userId":${bob},"sharerOn":false}]`,
          `peer-share-state-change {"userId":${bob},"action":"Stop","isFromMainSession":false}`,
        ],
      },
      {
        send: () => standIn.send(8005, { nLevel: 3, nUserID: bob, mediaType: 1 }),
        tells: [`network-quality-change {"userId":${bob},"level":3,"type":"uplink"}`],
      },
      {
        send: () =>
          standIn.send(7949, { commandType: 'messageText', textContent: 'aGk', requestID: String(bob) }),
        tells: ['broadcast-message {"message":"hi"}'],
      },
      {
        send: () => standIn.setBreakoutRooms([{ id: 'r1', name: 'Room 1', userIds: [bob] }], 2),
        tells: ['room-state-change {"status":2}'],
      },
      {
        send: () => standIn.send(8029, { relationList: [{ type: 4, childUserID: bob, parentUserID: ada }] }),
        tells: [`bot-relation-update [{"childUserID":${bob},"parentUserID":${ada}}]`],
      },
      {
        send: () => standIn.send(8004, { nCmd: 11, nUserID: bob }),
        tells: [`far-end-camera-request-control {"userId":${bob},"displayName":"Bob"}`],
      },
    ];
    for (const { send, tells } of frames) {
      await vi.waitFor(() => expect(told).toContain(`user-added ${bob}`), 20_000);
      const before = told.length;
      send();
      await vi.waitFor(() => expect(told.slice(before)).toEqual(tells), 20_000);
    }
    const rooms = await opened.page.evaluate(() => harness.meeting.current!.client!.getBreakoutRoomList());
    expect(rooms).toMatchObject([
      { roomId: 'r1', name: 'Room 1', attendeeList: [{ userId: bob, displayName: 'Bob', isInRoom: false }] },
    ]);
  });
});
