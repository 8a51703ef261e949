import { SignatureInputError } from './signature-input';

/** A body that is not complete after this many ms is abandoned, because a client that stops sending would hold the request open. */
export const maxBodyMs = 10_000;

/**
 * The body as text, `'too long'` when it has more than `limit` bytes, or `'too slow'` when it takes longer than `maxBodyMs`.
 * Stops reading at the limit if the body is a stream. If the body is cut off, returns what has arrived. Throws when the
 * body has been read before.
 */
export async function readLimitedText(
  request: Request,
  limit: number,
): Promise<{ text: string } | 'too long' | 'too slow'> {
  if (Number(request.headers.get('content-length')) > limit) return 'too long';
  if (request.bodyUsed) {
    throw new SignatureInputError([
      { property: '$request', reason: 'must have a body that has not been read yet' },
    ]);
  }
  // Firefox has no `Request.body`: a signer in a page, as in tests and demos, cannot read in chunks there.
  const body = request.body as ReadableStream<Uint8Array> | null | undefined;
  if (body === undefined) {
    const bytes = await request.arrayBuffer().catch(() => new ArrayBuffer(0));
    return bytes.byteLength > limit ? 'too long' : { text: new TextDecoder().decode(bytes) };
  }
  return body === null ? { text: '' } : readStream(body, limit);
}

async function readStream(
  body: ReadableStream<Uint8Array>,
  limit: number,
): Promise<{ text: string } | 'too long' | 'too slow'> {
  const reader = body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<'too slow'>((resolve) => {
    timer = setTimeout(() => resolve('too slow'), maxBodyMs);
  });
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  try {
    for (;;) {
      const piece = await Promise.race([reader.read().catch(() => ({ done: true }) as const), timeout]);
      if (piece !== 'too slow' && piece.done) return { text: text + decoder.decode() };
      if (piece !== 'too slow') size += piece.value.byteLength;
      if (piece === 'too slow' || size > limit) {
        void reader.cancel().catch(() => {});
        return piece === 'too slow' ? 'too slow' : 'too long';
      }
      text += decoder.decode(piece.value, { stream: true });
    }
  } finally {
    clearTimeout(timer);
  }
}
