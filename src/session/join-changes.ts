import { defined, detailNames, personOf } from './join-details';
import type { ZoomJoinDetails, ZoomMeetingOptions } from './session-options';

/** What `join(changes)` was given. It belongs to the person that the options were about then. */
export interface JoinChanges {
  readonly values: Partial<ZoomJoinDetails>;
  readonly person: string;
}

/** The changes of a call of `join()`. JavaScript may pass `null`, or the event of a click. */
export function joinChanges(
  values: Partial<ZoomJoinDetails> | null | undefined,
  options: ZoomMeetingOptions,
): JoinChanges {
  const details = Object.fromEntries(detailNames.map((name) => [name, values?.[name]]));
  return { values: defined(details), person: personOf(options) };
}

/** The changes that still apply. For another person, this is only the passcode, which belongs to the meeting. */
export function valuesFor(
  { values, person }: JoinChanges,
  options: ZoomMeetingOptions,
): Partial<ZoomJoinDetails> {
  return person === personOf(options) ? values : defined({ password: values.password });
}

/** The changes of a join that has begun, with those of a later `join()`. */
export function addChanges(
  earlier: JoinChanges,
  later: JoinChanges,
  options: ZoomMeetingOptions,
): JoinChanges {
  return joinChanges({ ...valuesFor(earlier, options), ...valuesFor(later, options) }, options);
}
