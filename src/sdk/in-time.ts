import { ZoomMeetingError } from '../errors/zoom-meeting-error';

/** Settles as the promise does. Rejects with `ACTION_TIMEOUT` when the time is up, in ms. */
export function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () =>
      reject(new ZoomMeetingError('ACTION_TIMEOUT', { reason: 'The SDK did not respond in time.' }));
    const timer = setTimeout(late, ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
