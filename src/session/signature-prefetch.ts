import {
  belongsTo,
  isValidForAnotherJoin,
  type CredentialsOwner,
  type DatedCredentials,
} from '../signature/signature-candidate';
import type { SignatureSource } from '../signature/signature-source';

/** A signature that is fetched before anyone joins. One join takes it, and it belongs to one user and one fetcher. */
export interface SignaturePrefetch {
  /** Fetches it. Returns a function that gives it up, unless a join has taken it. */
  start(owner: CredentialsOwner, subject: { meetingNumber: string; role: 0 | 1 }): () => void;
  /** Gives it up, unless it belongs to this owner. */
  keepFor(owner: CredentialsOwner): void;
  /**
   * Takes the signature of this owner, if there is one, also while it is still being fetched. Resolves with `undefined` if the fetch
   * failed, or if the signature is about to expire.
   */
  take(owner: CredentialsOwner, now: () => number): Promise<DatedCredentials | undefined> | undefined;
  /** Aborts the fetch. */
  abort(): void;
}

/** Makes the prefetch of a session. `source` is its own, because an abort stops every fetch of a source. */
export function createSignaturePrefetch(source: SignatureSource): SignaturePrefetch {
  let waiting: { owner: CredentialsOwner; arrives: Promise<DatedCredentials | undefined> } | undefined;

  function giveUp() {
    waiting = undefined;
    source.abort();
  }

  function keepFor(owner: CredentialsOwner) {
    if (waiting && !belongsTo(waiting.owner, owner)) giveUp();
  }

  return {
    start(owner, subject) {
      const arrives = (async () => {
        // StrictMode gives up the first one in the same task. The app's endpoint is asked once.
        await Promise.resolve();
        if (waiting?.owner !== owner) return undefined;
        return source.fetch({ ...subject, attempt: 1, reason: 'initial', hasTk: false });
      })().catch(() => undefined);
      waiting = { owner, arrives };
      return () => {
        if (waiting?.arrives === arrives) giveUp();
      };
    },

    keepFor,

    take(owner, now) {
      keepFor(owner);
      const taken = waiting;
      waiting = undefined;
      return taken?.arrives.then((dated) =>
        dated && isValidForAnotherJoin(dated, now()) ? dated : undefined,
      );
    },

    abort: () => source.abort(),
  };
}
