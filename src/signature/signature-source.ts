import type { QueryClient } from '@tanstack/react-query';
import { normaliseError } from '../errors/normalise-error';
import { ZoomMeetingError } from '../errors/zoom-meeting-error';
import { readCredentials } from './read-credentials';
import type { FetchedCredentials } from './signature-candidate';
import type { SignatureFetcher, SignatureRequest } from './signature-fetcher';

/** Where a session gets its credentials from. */
export interface SignatureSource {
  /** Resolves with credentials that can be used; rejects with a `ZoomMeetingError`, or with anything once aborted. */
  fetch(request: Omit<SignatureRequest, 'signal'>, fetcher: SignatureFetcher): Promise<FetchedCredentials>;
  /** Aborts the fetch, and removes its entry from the cache. */
  abort(): void;
}

let fetches = 0;

/**
 * Fetches signatures through TanStack Query: abort, and repetition when the transport fails.
 *
 * No part of a signature can be read in the query cache. The key holds a number, and the data is a function that returns the
 * credentials: devtools do not show it, and a persister cannot write it. The session decides about reuse, so the entry is removed
 * when the fetch is over.
 */
export function createSignatureSource(queryClient: () => QueryClient): SignatureSource {
  let stop = () => {};
  return {
    async fetch(request, fetcher) {
      const client = queryClient();
      const queryKey = ['react-zoom-meeting', ++fetches];
      stop = () => void client.cancelQueries({ queryKey });
      // A mounted client resumes a paused request when a hidden tab becomes visible again.
      client.mount();
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
          retry: (failureCount, error) =>
            error instanceof ZoomMeetingError && error.class === 'transient' && failureCount < 2,
          retryDelay: (failureCount) => 500 * 2 ** failureCount,
        });
        return read();
      } finally {
        client.removeQueries({ queryKey });
        client.unmount();
      }
    },
    abort: () => stop(),
  };
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
