import { describe, expect, it } from 'vitest';
import {
  defined,
  differenceOf,
  joinOptions,
  joinOptionsError,
  secretsOf,
  userOf,
} from '../../../src/session/join-details';
import type { ZoomJoinDetails, ZoomMeetingOptions } from '../../../src/session/session-options';

const detailNames = [
  'userName',
  'password',
  'userEmail',
  'tk',
  'zak',
  'obfToken',
  'customerKey',
  'recordingToken',
] as const satisfies readonly (keyof ZoomJoinDetails)[];
/** Does not compile when the list lacks a detail. */
const missing: Exclude<keyof ZoomJoinDetails, (typeof detailNames)[number]>[] = [];

const all = (origin: string): Required<ZoomJoinDetails> =>
  Object.fromEntries(detailNames.map((name) => [name, `${name} of ${origin}`])) as never;
const options = (details: ZoomJoinDetails = {}): ZoomMeetingOptions => ({
  meetingNumber: '85512345678',
  fetchSignature: async () => 'signature',
  ...details,
});
const join = (given: ZoomJoinDetails, answer: ZoomJoinDetails = {}, changes: ZoomJoinDetails = {}) =>
  joinOptions('85512345678', options(given), { signature: 'signature', ...answer }, changes);

describe('the details of a join', () => {
  it('contain only the details in the options, the signature and the meeting number', () => {
    expect(missing).toEqual([]);
    expect(join(all('options'))).toStrictEqual({
      ...all('options'),
      signature: 'signature',
      meetingNumber: '85512345678',
    });
  });

  it.each(detailNames)(
    'use %s from join(changes) first, then from the answer, then from the options',
    (name) => {
      const from = (origin: string) => ({ [name]: `${name} of ${origin}` });
      const others = { userName: 'Ada' };
      const sent = (answer: ZoomJoinDetails, changes: ZoomJoinDetails) =>
        join({ ...others, ...from('options') }, answer, changes)[name];
      expect(sent(from('the answer'), from('changes'))).toBe(`${name} of changes`);
      expect(sent(from('the answer'), {})).toBe(`${name} of the answer`);
      expect(sent({}, {})).toBe(`${name} of options`);
    },
  );

  it('ignore undefined and null', () => {
    const nothing = { password: undefined, zak: null } as unknown as ZoomJoinDetails;
    expect(join(all('options'), nothing, nothing)).toStrictEqual(join(all('options')));
    expect(join({ userName: 'Ada', zak: undefined })).not.toHaveProperty('zak');
  });

  it('always have a string as userName', () => {
    expect(join({}).userName).toBe('');
    expect(join({ userName: 7 as never }).userName).toBe('7');
  });
});

describe('invalid details', () => {
  const problem = (details: ZoomJoinDetails, used: string[] = []) =>
    joinOptionsError(join({ userName: 'Ada', ...details }), new Set(used));

  it('are not reported for a name and one token', () => {
    expect(problem({})).toBeUndefined();
    expect(problem({ zak: 'zak' }, ['zak'])).toBeUndefined();
    expect(problem({ obfToken: 'new' }, ['used'])).toBeUndefined();
  });

  it.each<[string, ZoomJoinDetails, string]>([
    [
      'a name that is blank',
      { userName: ' ' },
      'userName: must be a name that is not blank, in the options or returned by fetchSignature.',
    ],
    ['two tokens', { zak: 'zak', obfToken: 'new' }, 'zak and obfToken must not be used together.'],
    [
      'a used token',
      { obfToken: 'used' },
      'obfToken must be new for each join. Return it from fetchSignature.',
    ],
  ])('are reported: %s', (_, details, reason) => {
    expect(problem(details, ['used'])).toMatchObject({ code: 'INVALID_OPTIONS', reason });
  });

  it('are all reported, one sentence after another, without a token', () => {
    const { reason } = problem({ userName: '', zak: 'secret zak', obfToken: 'used' }, ['used']) ?? {};
    expect(reason).toBe(
      'userName: must be a name that is not blank, in the options or returned by fetchSignature. ' +
        'zak and obfToken must not be used together. ' +
        'obfToken must be new for each join. Return it from fetchSignature.',
    );
  });
});

describe('the user who joins', () => {
  it.each(detailNames.filter((name) => name !== 'password'))('is another user with another %s', (name) => {
    const ada = userOf(options(all('Ada')), {});
    expect(userOf(options({ ...all('Ada'), [name]: 'another' }), {})).not.toBe(ada);
    expect(userOf(options(all('Ada')), { [name]: 'another' })).not.toBe(ada);
    expect(userOf(options({ ...all('Ada'), [name]: 'another' }), all('Ada'))).toBe(ada);
  });

  it('is the same user with another passcode', () => {
    const ada = userOf(options(all('Ada')), {});
    expect(userOf(options({ ...all('Ada'), password: 'another' }), {})).toBe(ada);
  });

  it('is another user with another role, where 0 is the default', () => {
    const role = (value?: 0 | 1) => userOf({ ...options(all('Ada')), role: value }, {});
    expect(role(1)).not.toBe(role(0));
    expect(role(undefined)).toBe(role(0));
  });

  it('differs in the returned option names', () => {
    const ada = userOf(options(all('Ada')), {});
    const bob = userOf({ ...options({ ...all('Ada'), userName: 'Bob', zak: undefined }), role: 1 }, {});
    expect(differenceOf(ada, bob)).toBe('role, userName, zak');
    expect(differenceOf(ada, userOf(options({ ...all('Ada'), recordingToken: 'another' }), {}))).toBe(
      'recordingToken',
    );
  });

  it('is not confused when a value moves from one detail to another', () => {
    expect(userOf(options({ tk: 'value' }), {})).not.toBe(userOf(options({ zak: 'value' }), {}));
  });
});

it('defined() keeps values that are false, zero or empty', () => {
  const values = { a: 0, b: '', c: false, d: undefined, e: null };
  expect(defined(values)).toStrictEqual({ a: 0, b: '', c: false });
});

it('secretsOf() returns exactly the values that let somebody join or record', () => {
  const secrets = secretsOf(join(all('Ada')));
  expect(secrets).toEqual([
    'signature',
    'password of Ada',
    'tk of Ada',
    'zak of Ada',
    'obfToken of Ada',
    'recordingToken of Ada',
  ]);
  expect(secretsOf(join({ userName: 'Ada' }))).toEqual(['signature']);
});
