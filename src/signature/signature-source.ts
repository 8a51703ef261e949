import { CancelledError, type QueryClient } from '@tanstack/react-query';
import { normaliseError } from '../errors/normalise-error';
import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { readCredentials } from './read-credentials';
import type { FetchedCredentials } from './signature-candidate';
import type { SignatureFetcher, SignatureRequest } from './signature-fetcher';

/** The source of a session's credentials. */
export interface SignatureSource {
  /** Resolves with credentials that can be used; rejects with a `ZoomMeetingError`, or with anything once aborted. */
  fetch(request: Omit<SignatureRequest, 'signal'>, fetcher: SignatureFetcher): Promise<FetchedCredentials>;
  /** Aborts the fetch, and removes its entry from the cache. */
  abort(): void;
}

let fetches = 0;
/** How many times a fetch is repeated. */
const repetitions = 2;

/**
 * Fetches signatures through TanStack Query, and repeats a fetch when the transport fails or the app cancels all queries. A
 * repeated fetch waits until the page is online.
 *
 * No part of a signature can be read in the query cache. The key holds a number, and the data is a function that returns the
 * credentials: devtools do not show it, and a persister cannot write it. The session decides about reuse, so the entry is removed
 * when the fetch is over.
 *
 * @param whenOnline Calls the function at once or as soon as the page is online. Returns a function that stops waiting.
 */
export function createSignatureSource(
  queryClient: () => QueryClient,
  whenOnline: (callback: () => void) => () => void,
): SignatureSource {
  let stop = () => {};

  /** Also resolves when the fetch is aborted. */
  function untilOnline(aborted: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const stopWaiting = whenOnline(resolve);
      const giveUp = () => {
        stopWaiting();
        resolve();
      };
      if (aborted.aborted) giveUp();
      else aborted.addEventListener('abort', giveUp);
    });
  }

  return {
    async fetch(request, fetcher) {
      const abort = new AbortController();
      stop = () => abort.abort();
      for (let failures = 0; ; failures += 1) {
        try {
          return await fetchOnce(queryClient(), request, fetcher, abort.signal);
        } catch (error) {
          if (abort.signal.aborted || failures >= repetitions || !isTemporary(error)) throw error;
        }
        // Query does not do this, because it retries nothing while the tab is hidden.
        await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** failures));
        await untilOnline(abort.signal);
        if (abort.signal.aborted) throw new CancelledError();
      }
    },
    abort: () => stop(),
  };
}

async function fetchOnce(
  client: QueryClient,
  request: Omit<SignatureRequest, 'signal'>,
  fetcher: SignatureFetcher,
  aborted: AbortSignal,
): Promise<FetchedCredentials> {
  const queryKey = ['react-zoom-meeting', ++fetches];
  const cancel = () => void client.cancelQueries({ queryKey });
  aborted.addEventListener('abort', cancel);
  try {
    const read = await client.fetchQuery({
      queryKey,
      queryFn: async ({ signal }) => {
        const answer = await askFetcher(fetcher, { ...request, signal });
        const fetched = { ...(await readCredentials(answer, request)), fetcher };
        return () => fetched;
      },
      gcTime: 0,
      // The session fetches nothing while the page is offline.
      networkMode: 'always',
      retry: false,
    });
    return read();
  } finally {
    aborted.removeEventListener('abort', cancel);
    client.removeQueries({ queryKey });
  }
}

/** The transport failed, or the app has cancelled or removed all queries of its client. */
function isTemporary(error: unknown): boolean {
  return (
    error instanceof CancelledError || (error instanceof ZoomMeetingError && error.class === 'transient')
  );
}

async function askFetcher(fetcher: SignatureFetcher, request: SignatureRequest): Promise<unknown> {
  try {
    return await fetcher(request);
  } catch (error) {
    if (error instanceof ZoomMeetingError) throw error;
    const { reason } = normaliseError(error);
    throw new ZoomMeetingError('SIGNATURE_FETCH_FAILED', { reason, cause: error });
  }
}
