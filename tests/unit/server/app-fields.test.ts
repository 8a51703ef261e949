import { describe, expect, expectTypeOf, test, vi } from 'vitest';
import type { SignatureDecision, SignatureHandlerOptions, SignatureSubject } from '../../../src/server/index';
import { body, endpoint, post } from './signature-endpoint';

const answerOf = async (response: Response) => (await response.json()) as Record<string, unknown>;

describe('the fields of an app', () => {
  const authorize: SignatureHandlerOptions['authorize'] = (_request, { fields }) =>
    fields['invitationCode'] === 'right';

  test('are passed to authorize, which accepts or refuses', async () => {
    const handler = endpoint({ authorize });
    expect((await handler(post({ ...body, fields: { invitationCode: 'right' } }))).status).toBe(200);
    expect((await handler(post({ ...body, fields: { invitationCode: 'wrong' } }))).status).toBe(403);
    expect((await handler(post(body))).status).toBe(403);
  });

  test('are passed to credentials as well', async () => {
    const credentials = vi.fn((_request: Request, _subject: SignatureSubject) => undefined);
    await endpoint({ credentials })(post({ ...body, fields: { a: 1 } }));
    expect(credentials.mock.calls[0]?.[1]).toMatchObject({ fields: { a: 1 } });
  });

  test('cannot replace the fields of the request', async () => {
    const seen = vi.fn((_request: Request, _subject: SignatureSubject) => true);
    const fields = { role: 1, meetingNumber: '9999999999', hasTk: true };
    await endpoint({ authorize: seen })(post({ ...body, fields }));
    expect(seen.mock.calls[0]?.[1]).toEqual({ ...body, expirationSeconds: 7200, hasTk: false, fields });
  });

  test.each([[[]], ['text'], [7], [null]])('are rejected by name when they are %j', async (fields) => {
    const response = await endpoint()(post({ ...body, fields }));
    expect(response.status).toBe(400);
    expect(await answerOf(response)).toEqual({
      errors: [{ property: 'fields', reason: 'must be a JSON object' }],
    });
  });

  test('count towards the size limit of the body', async () => {
    expect((await endpoint()(post({ ...body, fields: { text: 'x'.repeat(9000) } }))).status).toBe(413);
  });
});

describe('hasTk', () => {
  test.each([
    [{ ...body, hasTk: true }, true],
    [{ ...body, hasTk: false }, false],
    [body, false],
  ])('of %j is passed to credentials', async (content, hasTk) => {
    const credentials = vi.fn((_request: Request, _subject: SignatureSubject) => undefined);
    await endpoint({ credentials })(post(content));
    expect(credentials.mock.calls[0]?.[1]).toMatchObject({ hasTk });
  });

  test('must be true or false', async () => {
    const response = await endpoint()(post({ ...body, hasTk: 'yes' }));
    expect(response.status).toBe(400);
    expect(await answerOf(response)).toEqual({
      errors: [{ property: 'hasTk', reason: 'must be true or false' }],
    });
  });
});

describe('the name that authorize returns', () => {
  test('is in the answer', async () => {
    const response = await endpoint({ authorize: () => ({ userName: 'Ada' }) })(post());
    expect(await answerOf(response)).toMatchObject({ userName: 'Ada' });
  });

  test('is overridden by the one that credentials returns', async () => {
    const options = { authorize: () => ({ userName: 'Ada' }), credentials: () => ({ userName: 'Ada L.' }) };
    expect(await answerOf(await endpoint(options)(post()))).toMatchObject({ userName: 'Ada L.' });
  });

  test('is missing from the answer when authorize does not return one', async () => {
    const response = await endpoint({ authorize: () => ({ role: 0, userName: undefined }) })(post());
    expect(response.status).toBe(200);
    expect(await answerOf(response)).not.toHaveProperty('userName');
  });

  test.each(['', ' ', 7, null])('is refused when it is %j', async (userName) => {
    const authorize = () => ({ role: 0, userName }) as SignatureDecision;
    expect((await endpoint({ authorize })(post())).status).toBe(403);
  });

  test('is sufficient to authorize, but an empty object is not', () => {
    expectTypeOf({ userName: 'Ada' }).toExtend<SignatureDecision>();
    expectTypeOf<{ userName?: string }>().not.toExtend<SignatureDecision>();
  });
});
