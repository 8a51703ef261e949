import { ZoomMeetingError } from '../errors/zoom-meeting-error';

/** Settles like the promise, or rejects with `ACTION_TIMEOUT` when the time, in ms, is up. */
export function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () =>
      reject(new ZoomMeetingError('ACTION_TIMEOUT', { reason: 'The SDK did not respond in time.' }));
    const timer = setTimeout(late, ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
