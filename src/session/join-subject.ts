import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { addChanges, joinChanges, valuesFor, type JoinChanges } from './join-changes';
import { personOf, userOf } from './join-details';
import { optionsError, type ZoomJoinDetails, type ZoomMeetingOptions } from './session-options';

/** The user who joins, and their join options: the newest options, and the changes passed to `join()` for this join. */
export interface JoinSubject {
  /** The changes passed to `join()` that still apply. */
  changes(): Partial<ZoomJoinDetails>;
  /** The user who joins; see `userOf`. */
  user(): string;
  /** What is wrong with the options and the changes. */
  error(): ZoomMeetingError | undefined;
  /** A join begins with these changes. Default: those of the last join. */
  begin(changes?: JoinChanges): void;
  /** Adds changes to those of the join that has begun. If something is wrong with them, returns the error and does not use them. */
  add(changes: JoinChanges): ZoomMeetingError | undefined;
  /**
   * Whether the user, the person or `autoJoin` has changed, or the options have become valid or invalid, since the last call.
   */
  hasChanged(): boolean;
}

/** @param options The newest options. */
export function createJoinSubject(options: () => ZoomMeetingOptions): JoinSubject {
  let given = joinChanges({}, options());
  const changes = () => valuesFor(given, options());
  const user = () => userOf(options(), changes());
  const error = () => optionsError({ ...options(), ...changes() });
  const asText = () =>
    JSON.stringify([user(), personOf(options()), error() === undefined, options().autoJoin]);
  let known = asText();

  return {
    changes,
    user,
    error,

    begin(next = given) {
      given = next;
      known = asText();
    },

    add(more) {
      if (Object.keys(more.values).length === 0) return undefined;
      const before = given;
      given = addChanges(given, more, options());
      const invalid = error();
      if (invalid) given = before;
      return invalid;
    },

    hasChanged() {
      const before = known;
      known = asText();
      return known !== before;
    },
  };
}
