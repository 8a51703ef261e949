import { useLayoutEffect } from 'react';
import {
  useActiveSpeaker,
  useBreakoutRooms,
  useCaptions,
  useChat,
  useCurrentUser,
  useMeetingInfo,
  useNetworkQuality,
  useParticipant,
  useParticipants,
  useRecordingStatus,
  useStatistics,
  useVirtualBackground,
  useZoomActions,
  useZoomEvent,
  useZoomMeeting,
  type ZoomActions,
  type ZoomClient,
  type ZoomMeetingStatus,
  type ZoomParticipant,
} from 'react-zoom-meeting';

/**
 * The hooks that read the meeting, with the value that each returned in the last render. `followed` is the
 * participant who is selected individually.
 */
function useEverything(followed: number) {
  return {
    participants: useParticipants(),
    participant: useParticipant(followed),
    currentUser: useCurrentUser(),
    meetingInfo: useMeetingInfo(),
    activeSpeaker: useActiveSpeaker(),
    networkQuality: useNetworkQuality(followed),
    recordingStatus: useRecordingStatus(),
    messages: useChat().messages,
    breakoutRooms: useBreakoutRooms(),
    virtualBackground: useVirtualBackground(),
    captions: useCaptions(),
    statistics: useStatistics(),
  };
}

type Shown = ReturnType<typeof useEverything>;

let shown: Shown | undefined;
let actions: ZoomActions | undefined;
let client: ZoomClient | null | undefined;
/** Each render of the component that selects one participant. */
const rows: (ZoomParticipant | undefined)[] = [];
/** Each render of the component that selects the name of one participant. */
const names: (string | undefined)[] = [];
/** Each render of the component that selects a new object for one participant. */
const cards: { name: string }[][] = [];
let checks = 0;
let status: ZoomMeetingStatus | undefined;
let checkAfter: (action: string) => void = () => {};
/** The differences between a hook and the client after an event of the SDK. */
const differences: string[] = [];

const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const fields = Object.keys(one) as (keyof typeof one)[];
  return (
    fields.length === Object.keys(other).length && fields.every((field) => isSame(one[field], other[field]))
  );
};

/** Compares the hooks with the client's getters after React has rendered. */
function compare(after: string, followed: number) {
  setTimeout(() => {
    // During a reconnection, for example into a breakout room, the hooks keep their values, while the client has no
    // participants or only some.
    if (status !== 'joined' || !client?.getCurrentUser()) return;
    checks += 1;
    const participants = client.getAttendeeslist();
    const says: Partial<Shown> = {
      participants,
      participant: participants.find(({ userId }) => userId === followed),
      currentUser: client.getCurrentUser() ?? undefined,
      meetingInfo: client.getCurrentMeetingInfo(),
      breakoutRooms: {
        status: client.getBreakoutRoomStatus()!,
        rooms: client.getBreakoutRoomList()!,
        currentRoom: client.getCurrentBreakoutRoom()!,
        options: client.getBreakoutRoomOptions()!,
      },
      virtualBackground: {
        ...client.getVirtualBackgroundStatus(),
        isSupported: client.isSupportVirtualBackground() === true,
      },
    };
    for (const name of Object.keys(says) as (keyof Shown)[]) {
      if (!isSame(shown?.[name], says[name]))
        differences.push(`${after}: ${name} ${JSON.stringify([shown?.[name], says[name]])}`);
    }
  });
}

function Everything({ followed }: { followed: number }) {
  const values = useEverything(followed);
  actions = useZoomActions();
  const meeting = useZoomMeeting();
  client = meeting.client;
  status = meeting.status;
  useLayoutEffect(() => void (shown = values));
  useZoomEvent('user-added', () => compare('user-added', followed));
  useZoomEvent('user-updated', () => compare('user-updated', followed));
  useZoomEvent('user-removed', () => compare('user-removed', followed));
  useZoomEvent('room-state-change', () => compare('room-state-change', followed));
  checkAfter = (action) => compare(action, followed);
  return null;
}

function One({ followed }: { followed: number }) {
  rows.push(useParticipant(followed));
  return null;
}

function NameOfOne({ followed }: { followed: number }) {
  names.push(useParticipants((all) => all.find(({ userId }) => userId === followed)?.displayName));
  return null;
}

function CardOfOne({ followed }: { followed: number }) {
  cards.push(
    useParticipants((all) =>
      all.filter(({ userId }) => userId === followed).map(({ displayName }) => ({ name: displayName })),
    ),
  );
  return null;
}

/** The hooks that read the meeting, and the actions. */
export const MeetingHooks = ({ followed }: { followed: number }) => (
  <>
    <Everything followed={followed} />
    <One followed={followed} />
    <NameOfOne followed={followed} />
    <CardOfOne followed={followed} />
  </>
);

/**
 * How an action settles: with its value, or with the code of its error. If the SDK refused it, the error has a
 * cause.
 */
async function act(name: keyof ZoomActions, argument?: unknown): Promise<string> {
  const call = actions![name] as (given?: unknown) => Promise<unknown>;
  try {
    const value = (await call(argument)) as { message?: string } | undefined;
    return value === undefined ? 'resolves' : `resolves with ${value.message}`;
  } catch (thrown) {
    const { code, cause } = thrown as { code: unknown; cause?: unknown };
    return `rejects ${String(code)}${cause === undefined ? '' : ', said the SDK'}`;
  } finally {
    checkAfter(name);
  }
}

/** The values of the hooks in a form that a test can record, for everyone except the user. */
function summary() {
  const { participants, participant, currentUser, ...rest } = shown!;
  return {
    others: participants
      .filter(({ userId }) => userId !== currentUser?.userId)
      .map(({ displayName, muted }) => `${displayName}${muted ? '' : ' talks'}`)
      .sort(),
    followed: participant?.displayName ?? null,
    activeSpeaker: rest.activeSpeaker?.displayName ?? null,
    networkQuality: rest.networkQuality?.uplink ?? null,
    recordingStatus: rest.recordingStatus ?? null,
    messages: rest.messages.map(({ message }) => message),
    currentUser: currentUser?.displayName ?? null,
    meetingNumber: rest.meetingInfo?.meetingNumber ?? null,
  };
}

/** The values that the tests read. */
export const hooks = {
  rows,
  names,
  cards,
  differences,
  summary,
  get checks() {
    return checks;
  },
  get actionNames() {
    return Object.keys(actions!);
  },
  act,
  get captions() {
    return shown?.captions.map(({ msgId, displayName, text, done }) => ({ msgId, displayName, text, done }));
  },
};
