import { inspect } from 'node:util';
import { describe, expect, expectTypeOf, it, vi } from 'vitest';
import { zoomErrorCodes } from '../../../src/errors/error-catalogue';
import { normaliseError, throwFailure } from '../../../src/errors/normalise-error';
import { ZoomMeetingError } from '../../../src/errors/zoom-meeting-error';

const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJtbiI6IjEifQ.c2lnbmF0dXJl';

describe('normaliseError accepts all formats of the SDK’s failures', () => {
  it.each<[string, unknown, ZoomMeetingError['code'], string]>([
    [
      'a plain object',
      { type: 'JOIN_MEETING_FAILED', reason: 'Signature is invalid.', errorCode: 3712 },
      3712,
      'Signature is invalid.',
    ],
    [
      'cancelled',
      { type: 'OPERATION_CANCELLED', reason: 'LEAVING_MEETING', errorCode: 3 },
      3,
      'LEAVING_MEETING',
    ],
    ['a code as a string', { reason: '', errorCode: '3004' }, 3004, ''],
    ['an Error', new Error('u is not a function'), 'UNKNOWN', 'u is not a function'],
    ['a TypeError', new TypeError("reading 'replace'"), 'UNKNOWN', "reading 'replace'"],
    ['a string', 'no', 'UNKNOWN', 'no'],
    ['nothing', undefined, 'UNKNOWN', ''],
    ['no code', { type: 'INVALID_OPERATION', reason: 'no' }, 'UNKNOWN', 'no'],
  ])('%s', (_name, thrown, code, reason) => {
    const error = normaliseError(thrown, 2);
    expect(error).toBeInstanceOf(ZoomMeetingError);
    expect(error).toMatchObject({ code, reason, attempts: 2 });
  });

  it('keeps the sign-in URL', () => {
    expect(normaliseError({ errorCode: 3051, reason: '', url: 'https://zoom.us/signin' })).toMatchObject({
      url: 'https://zoom.us/signin',
      userAction: 'sign-in',
    });
  });

  it('recognises a result that is a failure', () => {
    const failure = { type: 'INVALID_PARAMETERS', reason: '' };
    expect(() => throwFailure(failure)).toThrow(expect.objectContaining(failure));
    expect(() => throwFailure('')).not.toThrow();
    expect(() => throwFailure(undefined)).not.toThrow();
  });
});

describe('secret values passed to Zoom', () => {
  const thrown = { type: 'T', reason: 'no room-9 and no 12', errorCode: 200, stack: 'at room-9' };

  it('are removed from reason and cause, unless they are too short', () => {
    const error = normaliseError(thrown, 0, ['room-9', '12']);
    expect(error).toMatchObject({ reason: 'no [redacted] and no 12', cause: 'at [redacted]' });
  });

  it('stay removed when more is added to the error', () => {
    const { reason, cause, message } = normaliseError(thrown, 0, ['room-9']).with({ attempts: 2 });
    expect([reason, cause, message].join()).toBe(
      'no [redacted] and no 12,at [redacted],200: no [redacted] and no 12',
    );
  });
});

describe('ZoomMeetingError', () => {
  it.each([
    ['a JWT', `refused ${jwt}`],
    ['a ZAK in a query string', 'https://zoom.us/s/1?zak=abc123secret&x=1'],
    ['JSON', '{"password":"abc123secret","tk":"abc123secret"}'],
  ])('contains no secret: %s', (_name, text) => {
    const error = normaliseError({ errorCode: 200, reason: text, url: text });
    const everything =
      JSON.stringify(error) + String(error) + JSON.stringify(error.cause) + String(error.cause);
    expect(everything).not.toMatch(/abc123secret|eyJtbiI6/);
    const wrapped = new ZoomMeetingError('UNKNOWN', { cause: new Error(text) });
    expect(String((wrapped.cause as Error).message)).not.toMatch(/abc123secret|eyJtbiI6/);
  });

  it('has a url that works as a link, with its token, but hides it from logs and JSON', () => {
    const url = 'https://applications.zoom.us/sdkhelper/auth?sdkToken=abc123secret';
    const error = normaliseError({ errorCode: 3051, reason: 'Require login', url }).with({ attempts: 1 });
    expect(error.url).toBe(url);
    expect(JSON.stringify(error) + inspect(error) + JSON.stringify({ ...error })).not.toContain(
      'abc123secret',
    );
    expect(error.toJSON().url).toBe('https://applications.zoom.us/sdkhelper/auth?sdkToken=[redacted]');
  });

  it('is an instance of the same class in another copy of the library', async () => {
    vi.resetModules();
    const other = await import('../../../src/errors/zoom-meeting-error');
    expect(other.ZoomMeetingError).not.toBe(ZoomMeetingError);
    expect(new other.ZoomMeetingError(3712)).toBeInstanceOf(ZoomMeetingError);
    expect(new ZoomMeetingError(3712)).toBeInstanceOf(other.ZoomMeetingError);
  });

  it('has subclasses whose instances are instances of both classes', () => {
    class LessonError extends ZoomMeetingError {
      lesson = 1;
    }
    expect(new LessonError(3712)).toBeInstanceOf(LessonError);
    expect(new LessonError(3712)).toBeInstanceOf(ZoomMeetingError);
    expect(new ZoomMeetingError(3712)).not.toBeInstanceOf(LessonError);
    const caught: unknown = new LessonError(3712);
    if (caught instanceof ZoomMeetingError) expectTypeOf(caught).toEqualTypeOf<ZoomMeetingError>();
    if (caught instanceof LessonError) expectTypeOf(caught).toEqualTypeOf<LessonError>();
  });

  it.each([undefined, null, 'no', new Error('no'), { code: 3712 }])(
    'does not accept %s as an instance',
    (value) => {
      expect(value).not.toBeInstanceOf(ZoomMeetingError);
    },
  );

  it('can be serialised', () => {
    const error = new ZoomMeetingError(3712, { reason: 'no', attempts: 3 });
    expect(JSON.parse(JSON.stringify(error))).toMatchObject({
      code: 3712,
      class: 'signature',
      attempts: 3,
      findings: [],
    });
  });

  it('has a row with a message and an action for every code', () => {
    for (const info of Object.values(zoomErrorCodes)) {
      expect(info.message).toMatch(/\.$/);
      expect(info.userAction).toBeTruthy();
    }
    expect(Object.keys(zoomErrorCodes).length).toBeGreaterThan(60);
  });
});
