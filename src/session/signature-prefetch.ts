import { isValidForAnotherJoin, type FetchedCredentials } from '../signature/signature-candidate';
import type { SignatureSource } from '../signature/signature-source';

/**
 * A signature that is fetched before anyone joins. One join takes it, and it belongs to one user. Another fetcher does not discard it: an
 * inline function is another one at each render.
 */
export interface SignaturePrefetch {
  /** Fetches it. Returns a function that gives it up, unless a join has taken it. */
  start(user: string, subject: { meetingNumber: string; role: 0 | 1 }): () => void;
  /** Gives it up, unless it belongs to this user. */
  keepFor(user: string): void;
  /**
   * Takes the signature of this user, if there is one, also while it is still being fetched. Resolves with `undefined` if the fetch
   * failed, or if the signature is about to expire.
   */
  take(user: string, now: () => number): Promise<FetchedCredentials | undefined> | undefined;
  /** Aborts the fetch. */
  abort(): void;
}

/** Makes the prefetch of a session. `source` is its own, because an abort stops every fetch of a source. */
export function createSignaturePrefetch(source: SignatureSource): SignaturePrefetch {
  let waiting: { user: string; arrives: Promise<FetchedCredentials | undefined> } | undefined;

  function giveUp() {
    waiting = undefined;
    source.abort();
  }

  function keepFor(user: string) {
    if (waiting && waiting.user !== user) giveUp();
  }

  return {
    start(user, subject) {
      const started = { user, arrives: fetchUnlessGivenUp() };
      async function fetchUnlessGivenUp() {
        // StrictMode gives up the first one in the same task. The app's endpoint is asked once.
        await Promise.resolve();
        if (waiting !== started) return undefined;
        const request = { ...subject, attempt: 1, reason: 'initial', hasTk: false } as const;
        // The join fetches again, and reports what fails.
        return source.fetch(request).catch(() => undefined);
      }
      waiting = started;
      return () => {
        if (waiting === started) giveUp();
      };
    },

    keepFor,

    take(user, now) {
      keepFor(user);
      const taken = waiting;
      waiting = undefined;
      return taken?.arrives.then((fetched) =>
        fetched && isValidForAnotherJoin(fetched, now()) ? fetched : undefined,
      );
    },

    abort: () => source.abort(),
  };
}
