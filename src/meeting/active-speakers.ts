import { createEventStore } from './event-store';
import { oncePerSession } from './once-per-session';

/** Somebody who is speaking. */
export interface ZoomSpeaker {
  /** The participant. */
  readonly userId: number;
  /** Their name, if the SDK has it. */
  readonly displayName?: string;
}

const nobody: readonly ZoomSpeaker[] = [];

/** Who is speaking. */
export const activeSpeakersOf = /* #__PURE__ */ oncePerSession((session) =>
  createEventStore(session, {
    empty: nobody,
    on: {
      'active-speaker': (_, speakers) => speakers,
      // The SDK sends nothing about a speaker who leaves.
      'user-removed': (before, removed) =>
        before.filter((speaker) => !removed.some(({ userId }) => userId === speaker.userId)),
      'connection-change': (before, { state }) => (state === 'Reconnecting' ? nobody : before),
    },
  }),
);
