import type { ZoomCredentials } from '../signature/signature-fetcher';

/**
 * The values that `credentials` may add to a response.
 *
 * @inline
 */
export type AddedCredentials = Omit<ZoomCredentials, 'signature'>;

/** In an object, so that a field that is added to the type must be added here. */
const names: Record<keyof AddedCredentials, true> = {
  zak: true,
  obfToken: true,
  tk: true,
  recordingToken: true,
  password: true,
  userName: true,
  userEmail: true,
  customerKey: true,
};

/** Only the known fields: a server that returns a whole user record must not send it to the page. */
export function pickCredentials(given: AddedCredentials | undefined): AddedCredentials {
  const entries = Object.keys(names).map((name) => [name, given?.[name as keyof AddedCredentials]]);
  return Object.fromEntries(entries) as AddedCredentials;
}
