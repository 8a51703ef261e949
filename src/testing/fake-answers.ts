import type { ZoomClient, ZoomFailure } from '../sdk/zoom-sdk';

/** A method of the client that performs an action and returns a promise. For `join()`, use `joins`. */
export type FakeAction = Exclude<
  {
    [Method in keyof ZoomClient]: ReturnType<ZoomClient[Method]> extends Promise<unknown> | undefined
      ? Method
      : never;
  }[keyof ZoomClient],
  'init' | 'join'
>;

/**
 * The result of an action of the client:
 *
 * - `'ok'`: the result that the SDK would return.
 * - `'hang'`: the promise stays pending. Nothing happens.
 * - a code: rejects with the SDK's failure of this code, for example 6015 without audio, 5006 for somebody who is not a host,
 *   and 1 when Zoom has not responded in time. Nothing happens.
 * - an `Error`: rejects with this error, as the SDK does for pins, views and virtual backgrounds. Nothing happens.
 */
export type FakeAnswer = 'ok' | 'hang' | number | Error;

/** The SDK's type and text of a failure (6.2.0). */
const failures: Readonly<Record<number, Omit<ZoomFailure, 'errorCode'>>> = {
  1: { type: 'OPERATION_TIMEOUT' },
  2: { type: 'INTERNAL_ERROR' },
  5002: { type: 'IMPROPER_MEETING_STATE', reason: 'closed' },
  5003: { type: 'IMPROPER_MEETING_STATE', reason: 'reconnecting' },
  5004: { type: 'IMPROPER_MEETING_STATE', reason: 'on hold' },
  5006: { type: 'INSUFFICIENT_PRIVILEGES', reason: 'only host or co-host can do the operation' },
  5007: { type: 'INSUFFICIENT_PRIVILEGES', reason: 'only host can do the operation' },
  5011: { type: 'INVALID_PARAMETERS', reason: 'no matching user' },
  6015: { type: 'INVALID_OPERATION', reason: 'no audio joined' },
};

/** A promise that settles as the answer says. */
export function settled(answer: Exclude<FakeAnswer, 'ok'>): Promise<never> {
  if (answer === 'hang') return new Promise(() => {});
  if (typeof answer !== 'number') return Promise.reject(answer);
  return Promise.reject({ ...(failures[answer] ?? { type: 'INVALID_OPERATION' }), errorCode: answer });
}
