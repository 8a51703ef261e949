import { it } from 'vitest';
import { named } from './commands';
import { play } from './play';

/** Sequences that failed once, in their shortest form. The first meeting is mounted. */
it.each([
  [
    'events of the next client arrive after a sleep while a client is destroyed',
    ['1 ms', 'a sleep of 600000', 'mount of 1', 'a sleep of 600000', '61000 ms', 'SDK: drop', '0 ms'],
  ],
  [
    'the next join fetches a new signature after the app’s `retry` throws for a lost connection',
    ['retry: throws', '1200 ms', 'SDK: fail', '0 ms'],
  ],
  [
    'the signature has the new role when the role changes while a lost meeting gets a new client',
    ['role 1', '20000 ms', 'SDK: drop', '61000 ms', 'role 0', '310 ms', '3100 ms'],
  ],
  ['leaves when unmounted during an end() that is refused', ['role 1', '600 ms', 'end: hangs', 'end() of 0']],
  [
    'leaves when leave() is called during an end() that is refused',
    ['role 1', '600 ms', 'end: hangs', 'end() of 0', 'leave() of 0', '20000 ms'],
  ],
  [
    'leave() settles when leave() and join() are called in the same tick',
    ['leave() and join() of 0', '20000 ms', '20000 ms'],
  ],
  [
    'joins when the app clears its queries while a signature is being fetched',
    ['the app calls queryClient.clear()', '0 ms'],
  ],
  [
    'retries a failed signature request in a hidden tab, and reports the next failure',
    ['1200 ms', 'fetch: rejects', 'the tab is hidden', 'SDK: fail', '61000 ms', '1200 ms'],
  ],
  [
    'leave() withdraws a join() that waits for a component to mount',
    ['unmount of 0', 'join() of 0', 'leave() of 0', 'mount of 0', '0 ms'],
  ],
  [
    'unmounted just before a signature arrives: there is no join',
    [
      '20000 ms',
      'leave() of 0',
      '3100 ms',
      'fetch: slow',
      'join() of 0',
      '1200 ms',
      '600 ms',
      '160 ms',
      'unmount of 0',
    ],
  ],
  [
    'another user signs in while a signature is being fetched: theirs is fetched',
    ['20000 ms', 'fetch: hangs', 'leave() and join() of 0', '3100 ms', 'Bob signs in', '20 ms'],
  ],
  [
    'another account while a retry is scheduled: not joined with the credentials of the first one',
    ['20000 ms', 'fetch: ahead', 'leave() and join() of 0', '3100 ms', 'another fetcher of 0', '20000 ms'],
  ],
  [
    'the lobby’s request fails, and the page goes offline: it is not repeated before the page is online',
    ['fetch: rejects', 'a lobby prepares of 1', '20 ms', 'offline', '3100 ms'],
  ],
  ['join(changes) while preparing: used', ['join({ userName, zak }) of 0', '600 ms']],
  [
    'a blank name at first: joins when there is one',
    ['the name is blank', 'leave() and join() of 0', 'the name is there', '3100 ms'],
  ],
  ['offline before a join has failed: onRetry is not called', ['offline', '20 ms']],
  [
    'end() on a meeting that failed, and the options become valid: is not joined',
    ['the name is missing', '600 ms', '310 ms', 'end() of 0', 'the name is there', '3100 ms'],
  ],
  [
    'two lobbies: the request of the first one is aborted',
    ['20000 ms', 'fetch: hangs', 'a lobby prepares of 1', '20 ms', 'a lobby prepares of 1'],
  ],
  [
    'another user signs in while joined, the connection is lost, and the host is late: in as that user',
    [
      '3100 ms',
      'Bob signs in',
      'the next joins: 3008',
      'SDK: fail',
      '20000 ms',
      'SDK: hostArrives',
      '1200 ms',
    ],
  ],
  [
    'the computer’s clock is set back by an hour, and Zoom refuses an expired signature: joins with the new one',
    [
      'fetch: expiring',
      'the next joins: -3000',
      'the email is ada@example.com',
      'the time of day jumps by -3600000',
      '20000 ms',
    ],
  ],
  [
    'join() and cancel() after a join that took too long: cancel() settles when the SDK is out',
    [
      'a sleep of 600000',
      'the time of day jumps by 3600000',
      'mount of 0',
      '600 ms',
      'join() and cancel() of 0',
      'Ada signs in',
    ],
  ],
])('%s', (_, names) => play(names.map(named)));
