import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomCredentials } from '../signature/signature-fetcher';
import type { ZoomJoinOptions } from '../sdk/zoom-sdk';
import type { ZoomJoinDetails, ZoomMeetingOptions } from './session-options';

/** The SDK's join options, by the SDK's names, without signature and meeting number. */
export const detailNames = [
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
 * The options of a join. For each of them, the value passed to `join(changes)` overrides the fetcher's answer, which overrides the
 * option.
 */
export function joinOptions(
  meetingNumber: string,
  options: ZoomMeetingOptions,
  { signature, ...credentials }: ZoomCredentials,
  changes: Partial<ZoomJoinDetails>,
): ZoomJoinOptions {
  const given = { ...options, ...defined(credentials), ...defined(changes) };
  const details = Object.fromEntries(detailNames.map((name) => [name, given[name]]));
  return { ...defined(details), userName: String(given.userName ?? ''), signature, meetingNumber };
}

/** The values that let somebody join or record. No error may contain them. */
export function secretsOf({
  signature,
  password,
  tk,
  zak,
  obfToken,
  recordingToken,
}: ZoomJoinOptions): string[] {
  const all = [signature, password, tk, zak, obfToken, recordingToken];
  return all.filter((value) => value !== undefined).map(String);
}

/**
 * What is wrong with the options of a join, with the field and the rule. `usedObfTokens` are the tokens that earlier joins have
 * sent. A token's name is not followed by a colon, because errors remove the text after it.
 */
export function joinOptionsError(
  { userName, zak, obfToken }: ZoomJoinOptions,
  usedObfTokens: ReadonlySet<string>,
): ZoomMeetingError | undefined {
  const broken = [
    userName.trim() === '' &&
      'userName: must be a name that is not blank, in the options or returned by fetchSignature.',
    zak && obfToken && 'zak and obfToken must not be used together.',
    obfToken &&
      usedObfTokens.has(obfToken) &&
      'obfToken must be new for each join. Return it from fetchSignature.',
  ].filter(Boolean);
  return broken.length ? new ZoomMeetingError('INVALID_OPTIONS', { reason: broken.join(' ') }) : undefined;
}

/**
 * The user who joins, as JSON to compare, so that credentials fetched for another user are not used. The passcode is left out,
 * because it belongs to the meeting.
 */
export function userOf(options: ZoomMeetingOptions, changes: Partial<ZoomJoinDetails>): string {
  const given = { ...options, ...defined(changes) };
  const { role = 0 } = options;
  return toText([role, ...detailNames.map((name) => (name === 'password' ? null : given[name]))]);
}

/** The person in options or credentials, as text to compare. Tokens are left out: they are renewed for the same person. */
export function personOf({
  userName,
  userEmail,
  customerKey,
}: Pick<ZoomJoinDetails, 'userName' | 'userEmail' | 'customerKey'>): string {
  return toText([userName, userEmail, customerKey]);
}

/**
 * The value as JSON. For an invalid value, this is only its type: the value is reported later, and must not cause an exception
 * here.
 */
function toText(values: readonly unknown[]): string {
  return JSON.stringify(values.map((value) => (isText(value) ? value : typeof value)));
}

/** The names of the options in which two results of `userOf` differ. */
export function differenceOf(user: string, other: string): string {
  const values = JSON.parse(user) as unknown[];
  const others = JSON.parse(other) as unknown[];
  return ['role', ...detailNames].filter((_name, index) => values[index] !== others[index]).join(', ');
}

/** Whether this may be the value of a detail. A number is an id that was not converted to a string, which the SDK accepts. */
export const isText = (value: unknown) => value == null || ['string', 'number'].includes(typeof value);

/** The values without those that are `undefined`, or `null`, which a server may send. */
export function defined<T extends object>(values: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value != null)) as never;
}
