import { SignatureInputError } from './signature-input';

/**
 * The body as text, or `undefined` when it has more than `limit` bytes; reads no further than that. A body that breaks
 * off gives what arrived. Throws when the body has been read before.
 */
export async function readLimitedText(request: Request, limit: number): Promise<string | undefined> {
  if (Number(request.headers.get('content-length')) > limit) return undefined;
  if (request.bodyUsed) {
    throw new SignatureInputError([
      { property: '$request', reason: 'must have a body that has not been read yet' },
    ]);
  }
  if (request.body === null) return '';
  const reader = request.body.getReader();
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
