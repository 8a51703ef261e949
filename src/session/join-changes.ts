import { defined, detailNames, personOf } from './join-details';
import type { ZoomJoinDetails, ZoomMeetingOptions } from './session-options';

/** The changes that were passed to `join(changes)`. They belong to the person that the options described at the time. */
export interface JoinChanges {
  readonly values: Partial<ZoomJoinDetails>;
  readonly person: string;
}

/** The changes of a call to `join()`. JavaScript code may pass `null`, or a click event. */
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
