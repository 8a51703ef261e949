import { normaliseError } from '../errors/normalise-error';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { SessionEvent } from './session-model';

type WorkKind = 'sdk' | 'signature' | 'join' | 'leave';

/** The asynchronous work of a session. Only the newest work of each kind counts: the outcome of earlier work is ignored. */
export interface BackgroundWork {
  /**
   * Starts work that resolves with an event.
   * @param work Receives a function that returns whether this work still counts.
   * @param onError The event if the work fails.
   */
  start(
    kind: WorkKind,
    work: (isCurrent: () => boolean) => Promise<SessionEvent>,
    onError: (error: ZoomMeetingError) => SessionEvent,
  ): void;
  /** Ignores the outcome of the work of this kind. */
  drop(kind: WorkKind): void;
  /** Ignores the outcome of all work. */
  dropAll(): void;
}

/** @param attempts How many times `join()` was called so far, for the errors. */
export function createBackgroundWork(
  dispatch: (event: SessionEvent) => void,
  attempts: () => number,
): BackgroundWork {
  const current = new Map<WorkKind, object>();
  return {
    start(kind, work, onError) {
      const mine = {};
      current.set(kind, mine);
      const isCurrent = () => current.get(kind) === mine;
      void work(isCurrent).then(
        (event) => isCurrent() && dispatch(event),
        (thrown: unknown) => isCurrent() && dispatch(onError(normaliseError(thrown, attempts()))),
      );
    },
    drop: (kind) => void current.delete(kind),
    dropAll: () => current.clear(),
  };
}
