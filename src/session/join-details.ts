import type { ZoomCredentials } from '../signature/signature-fetcher';
import type { ZoomJoinOptions } from '../sdk/zoom-sdk';
import type { ZoomJoinDetails, ZoomMeetingOptions } from './session-options';

/** What the SDK's `join` takes, by its own names, besides signature and meeting number. */
const detailNames = [
  'userName',
  'password',
  'userEmail',
  'tk',
  'zak',
  'obfToken',
  'customerKey',
  'recordingToken',
] as const satisfies readonly (keyof ZoomJoinDetails)[];

/**
 * What a join takes, the same for every field: what `join(changes)` was given for this join, then what the fetcher
 * answered, then the options.
 */
export function joinOptions(
  meetingNumber: string,
  options: ZoomMeetingOptions,
  { signature, ...credentials }: ZoomCredentials,
  changes: Partial<ZoomJoinDetails>,
): ZoomJoinOptions {
  const given = { ...options, ...defined(credentials), ...defined(changes) };
  const details = Object.fromEntries(detailNames.map((name) => [name, given[name]]));
  return { ...defined(details), userName: given.userName, signature, meetingNumber };
}

/**
 * Who joins, as one text to compare: credentials that were fetched for somebody else are not used. The passcode is the
 * meeting's, not the user's.
 */
export function userOf(options: ZoomMeetingOptions, changes: Partial<ZoomJoinDetails>): string {
  const given = { ...options, ...defined(changes) };
  const { role = 0 } = options;
  return JSON.stringify([role, ...detailNames.map((name) => (name === 'password' ? null : given[name]))]);
}

/** Without what is `undefined`, and without `null`, which a server may send. */
export function defined<T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as never;
}
