import { replaceEqualDeep } from '@tanstack/react-query';
import type { UserChange } from '../sdk/zoom-sdk';
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
    endsWithConnection: true,
    on: {
      'active-speaker': (_, speakers) => speakers,
      // The SDK does not send the event again for a speaker who gets another name, or leaves (6.2.0).
      'user-updated': renamed,
      'user-removed': (before, removed) =>
        before.filter((speaker) => !removed.some(({ userId }) => userId === speaker.userId)),
    },
  }),
);

function renamed(before: readonly ZoomSpeaker[], changed: readonly UserChange[]): readonly ZoomSpeaker[] {
  const names = new Map(changed.map(({ userId, displayName }) => [userId, displayName]));
  const speakers = before.map((speaker) => {
    const displayName = names.get(speaker.userId);
    return displayName === undefined ? speaker : { ...speaker, displayName };
  });
  return replaceEqualDeep(before, speakers);
}
