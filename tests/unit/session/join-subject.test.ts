import { describe, expect, it } from 'vitest';
import { joinChanges } from '../../../src/session/join-changes';
import { createJoinSubject } from '../../../src/session/join-subject';
import type { ZoomMeetingOptions } from '../../../src/session/session-options';

/** A subject whose options the test changes. */
function subjectOf(changes: Partial<ZoomMeetingOptions> = {}) {
  const options: ZoomMeetingOptions = {
    meetingNumber: '1234567890',
    userName: 'Ada',
    fetchSignature: async () => '',
    ...changes,
  };
  return { options, ...createJoinSubject(() => options) };
}

describe('the user who joins', () => {
  it('depends on the options and on the changes passed to join()', () => {
    const subject = subjectOf();
    const before = subject.user();
    subject.begin(joinChanges({ zak: 'zak' }, subject.options));
    expect(subject.changes()).toEqual({ zak: 'zak' });
    expect(subject.user()).not.toBe(before);
  });

  it('begins again with the same changes', () => {
    const subject = subjectOf();
    subject.begin(joinChanges({ password: 'right' }, subject.options));
    subject.begin();
    expect(subject.changes()).toEqual({ password: 'right' });
  });

  it('adds changes, unless they are invalid', () => {
    const subject = subjectOf();
    subject.begin(joinChanges({ password: 'wrong', zak: 'zak' }, subject.options));
    expect(subject.add(joinChanges({ password: 'right' }, subject.options))).toBeUndefined();
    expect(subject.add(joinChanges({ userName: ' ' }, subject.options))).toMatchObject({
      code: 'INVALID_OPTIONS',
    });
    expect(subject.changes()).toEqual({ password: 'right', zak: 'zak' });
    expect(subject.error()).toBeUndefined();
  });
});

describe('hasChanged()', () => {
  it.each<[string, Partial<ZoomMeetingOptions>]>([
    ['another name', { userName: 'Grace' }],
    ['a renewed token', { zak: 'new' }],
    ['options that are invalid', { joinTimeout: 1 }],
  ])('once for %s', (_, changes) => {
    const subject = subjectOf();
    expect(subject.hasChanged()).toBe(false);
    Object.assign(subject.options, changes);
    expect(subject.hasChanged()).toBe(true);
    expect(subject.hasChanged()).toBe(false);
  });

  it('returns true when the options have the name that was typed', () => {
    const subject = subjectOf();
    subject.begin(joinChanges({ userName: 'Grace' }, subject.options));
    Object.assign(subject.options, { userName: 'Grace' });
    expect(subject.hasChanged()).toBe(true);
  });

  it('returns false for an inline fetcher or another passcode', () => {
    const subject = subjectOf();
    Object.assign(subject.options, { fetchSignature: async () => '', password: 'right' });
    expect(subject.hasChanged()).toBe(false);
  });

  it('returns true for what was added, and false for what the join began with', () => {
    const subject = subjectOf();
    subject.begin(joinChanges({ userName: 'typed' }, subject.options));
    expect(subject.hasChanged()).toBe(false);
    subject.add(joinChanges({ userName: 'Grace' }, subject.options));
    expect(subject.hasChanged()).toBe(true);
  });
});
