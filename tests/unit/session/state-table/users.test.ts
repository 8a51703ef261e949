import { describe, expect, it } from 'vitest';
import { userOf } from '../../../../src/session/join-details';
import { fetcher, reach, refused, signed, type Play } from '../play';

const ready = (session: Play, candidate = signed(-30)) =>
  session.send({ type: 'signature-ready', candidate });

describe('the user of a signature', () => {
  it('fetches a new one when another user joins before it arrives', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-ready' });
    session.becomes('Bob');
    expect(ready(session)).toEqual(['fetch-signature initial 1']);
    const bobs = { ...signed(-30, 'for Bob'), user: 'Bob' };
    expect(ready(session, bobs)).toEqual(['join for Bob']);
  });

  it('uses another signature and another client when another user joins before a retry', () => {
    const session = reach.joining();
    session.send(refused(-3000));
    session.becomes('Bob');
    expect(session.untilDeadline()).toEqual(['reset', 'load-sdk', 'fetch-signature initial 2']);
    expect(session.state).toEqual({ status: 'preparing', attempt: 2 });
    expect(session.deadline).toBeGreaterThan(session.elapsed);
    session.send({ type: 'signature-ready', candidate: { ...signed(-30, 'for Bob'), user: 'Bob' } });
    expect(session.send({ type: 'sdk-ready' })).toEqual(['join for Bob']);
  });

  it.each(['customerKey', 'zak'])('fails when the user changes with each signature, and names %s', (name) => {
    const session = reach.preparing();
    session.send({ type: 'sdk-ready' });
    const userWith = (key: number) =>
      userOf({ meetingNumber: '1234567890', fetchSignature: fetcher, [name]: String(key) }, {});
    for (let key = 1; key <= 20; key += 1) {
      session.becomes(userWith(key));
      const candidate = { ...signed(-30), user: userWith(key - 1) };
      expect(ready(session, candidate)).toEqual(['fetch-signature initial 1']);
    }
    session.becomes(userWith(21));
    expect(ready(session, { ...signed(-30), user: userWith(20) })).toEqual([]);
    expect(session.state).toMatchObject({
      status: 'failed',
      error: {
        code: 'INVALID_OPTIONS',
        reason: `${name} must not change on each render while the meeting is being joined.`,
      },
    });
  });

  it('does not count changes of the user before an earlier join', () => {
    const session = reach.preparing();
    session.send({ type: 'sdk-ready' });
    for (const user of ['1', '2', '3', '4', '5', '6', '7']) {
      session.becomes(user);
      ready(session);
    }
    ready(session, { ...signed(-30), user: '7' });
    expect(session.state).toEqual({ status: 'joining', attempt: 1 });
    session.send(refused(-3000));
    session.becomes('8');
    session.untilDeadline();
    for (const user of ['9', '10', '11', '12']) {
      // Each user gets another client, which loads the SDK again.
      session.send({ type: 'sdk-ready' });
      session.becomes(user);
      expect(ready(session)).toContain('fetch-signature initial 2');
    }
  });

  it('forgets the signature when the meeting ends', () => {
    const session = reach.ended();
    expect(session.send({ type: 'join' })).toContain('fetch-signature initial 1');
  });
});
