import { SignatureInputError } from './signature-input';

/**
 * The body as text, or `undefined` when it has more than `limit` bytes; reads no further than that,
 * where there is a stream. If the body is cut off, returns what has arrived. Throws when the body has been read before.
 */
export async function readLimitedText(request: Request, limit: number): Promise<string | undefined> {
  if (Number(request.headers.get('content-length')) > limit) return undefined;
  if (request.bodyUsed) {
    throw new SignatureInputError([
      { property: '$request', reason: 'must have a body that has not been read yet' },
    ]);
  }
  // Firefox has no `Request.body`: a signer in a page, as tests and demos have it, cannot read by the piece there.
  const body = request.body as ReadableStream<Uint8Array> | null | undefined;
  if (body === undefined) {
    const bytes = await request.arrayBuffer().catch(() => new ArrayBuffer(0));
    return bytes.byteLength > limit ? undefined : new TextDecoder().decode(bytes);
  }
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }) as const);
    if (done) return text + decoder.decode();
    size += value.byteLength;
    if (size > limit) {
      void reader.cancel().catch(() => {});
      return undefined;
    }
    text += decoder.decode(value, { stream: true });
  }
}
