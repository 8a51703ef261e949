import { inTime } from '../sdk/in-time';
import {
  isPersonal,
  isValidForAnotherJoin,
  type CredentialsOwner,
  type FetchedCredentials,
} from '../signature/signature-candidate';
import type { SignatureSource } from '../signature/signature-source';

/**
 * A signature that is fetched before anyone joins. One join takes it, and it belongs to one user. An inline fetcher is a new function
 * on each render, so a signature alone, which is the same for every user, may be used with another fetcher. Tokens and a name may
 * not: the new fetcher may belong to another user.
 */
export interface SignaturePrefetch {
  /** Fetches it. Returns a function that discards it, unless a join has taken it. */
  start(owner: CredentialsOwner, subject: { meetingNumber: string; role: 0 | 1 }): () => void;
  /** Discards it, unless it belongs to this user. */
  keepFor(user: string): void;
  /**
   * Takes the signature of this user, if there is one, even while it is still being fetched. Resolves with `undefined` if the fetch
   * failed or takes another 5 s, if the signature is about to expire, or if it came from another fetcher with credentials that are
   * personal.
   */
  take(owner: CredentialsOwner, now: () => number): Promise<FetchedCredentials | undefined> | undefined;
  /** Aborts the fetch. */
  abort(): void;
}

/** How long a join waits for a signature that is still being fetched, in ms. */
const longestWait = 5000;

/** Creates the prefetch of a session. It needs a `source` of its own, because an abort stops every fetch of a source. */
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
    start({ user, fetcher }, subject) {
      // Discards the signature of an earlier lobby.
      giveUp();
      const started = { user, arrives: fetchUnlessGivenUp() };
      async function fetchUnlessGivenUp() {
        // StrictMode discards the first signature in the same task, so the app's endpoint gets only one request.
        await Promise.resolve();
        if (waiting !== started) return undefined;
        const request = { ...subject, attempt: 1, reason: 'initial', hasTk: false } as const;
        // The join fetches again, and reports what fails.
        return source.fetch(request, fetcher).catch(() => undefined);
      }
      waiting = started;
      return () => {
        if (waiting === started) giveUp();
      };
    },

    keepFor,

    take({ user, fetcher }, now) {
      keepFor(user);
      const taken = waiting;
      waiting = undefined;
      if (!taken) return undefined;
      // A request that hangs must not use up the time of the join.
      const arrives = inTime(taken.arrives, longestWait).catch(() => source.abort());
      return arrives.then((fetched) => {
        const isUsable =
          fetched &&
          isValidForAnotherJoin(fetched, now()) &&
          (fetched.fetcher === fetcher || !isPersonal(fetched.credentials));
        return isUsable ? fetched : undefined;
      });
    },

    abort: () => source.abort(),
  };
}

/** The parts that a join needs to fetch signatures. */
interface JoinSources {
  prefetch: SignaturePrefetch;
  signatures: SignatureSource;
  /** The user who joins. */
  user: string;
  now: () => number;
  /** Whether the outcome of the fetch still counts. */
  isCurrent: () => boolean;
}

/** The source of signatures of a join. It starts with the signature that was prefetched for it. */
export function prefetchedFirst({
  prefetch,
  signatures,
  user,
  now,
  isCurrent,
}: JoinSources): SignatureSource {
  return {
    ...signatures,
    fetch(request, fetcher) {
      const taken = prefetch.take({ user, fetcher }, now);
      // With a registrant's token, the app's fetcher is told about it, and may answer differently.
      const isFirst = request.reason === 'initial' && !request.hasTk;
      // Called in the same task, because the app's endpoint answers for the user who is signed in now.
      if (!taken || !isFirst) return signatures.fetch(request, fetcher);
      return taken.then((prefetched) => {
        // The outcome is ignored, so nothing else has to be fetched.
        if (!isCurrent()) throw new Error('Given up.');
        return prefetched ?? signatures.fetch(request, fetcher);
      });
    },
  };
}
