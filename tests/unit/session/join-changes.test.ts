import { describe, expect, it } from 'vitest';
import { addChanges, joinChanges, valuesFor } from '../../../src/session/join-changes';
import type { ZoomMeetingOptions } from '../../../src/session/session-options';

const optionsOf = (userName: string): ZoomMeetingOptions => ({
  meetingNumber: '1234567890',
  userName,
  fetchSignature: async () => '',
});
const ada = optionsOf('Ada');
const grace = optionsOf('Grace');

describe('the changes passed to join(changes)', () => {
  it('applies to the person that the options describe', () => {
    const changes = joinChanges({ userName: 'typed', password: 'right' }, ada);
    expect(valuesFor(changes, ada)).toEqual({ userName: 'typed', password: 'right' });
  });

  it('keeps only the passcode for another person', () => {
    const changes = joinChanges({ userName: 'typed', zak: 'zak', password: 'right' }, ada);
    expect(valuesFor(changes, grace)).toEqual({ password: 'right' });
    expect(valuesFor(joinChanges({ zak: 'zak' }, ada), grace)).toEqual({});
  });

  it('ignores null and click events, which JavaScript code may pass', () => {
    expect(joinChanges(null, ada).values).toEqual({});
    expect(joinChanges(undefined, ada).values).toEqual({});
    const click = { type: 'click', meetingNumber: '1', userName: null, zak: undefined } as never;
    expect(joinChanges(click, ada).values).toEqual({});
  });

  it('adds later changes to those of a join that has begun', () => {
    const first = joinChanges({ userName: 'typed', password: 'wrong' }, ada);
    const second = joinChanges({ password: 'right' }, ada);
    expect(addChanges(first, second, ada)).toEqual(
      joinChanges({ userName: 'typed', password: 'right' }, ada),
    );
  });

  it('drops the changes of an earlier person when it adds later ones', () => {
    const first = joinChanges({ userName: 'typed', password: 'right' }, ada);
    const second = joinChanges({ userEmail: 'grace@example.com' }, grace);
    expect(addChanges(first, second, grace)).toEqual(
      joinChanges({ password: 'right', userEmail: 'grace@example.com' }, grace),
    );
  });
});
