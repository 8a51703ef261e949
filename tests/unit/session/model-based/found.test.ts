import { it } from 'vitest';
import { named } from './commands';
import { play } from './play';

/** Sequences that failed once, in their shortest form. The first meeting is mounted. */
it.each([
  [
    'a sleep while a client is destroyed: the next client is heard',
    ['1 ms', 'a sleep of 600000', 'mount of 1', 'a sleep of 600000', '61000 ms', 'SDK: drop', '0 ms'],
  ],
  [
    'the app’s `retry` throws when the connection is lost: the next join has a signature of its own',
    ['retry: throws', '1200 ms', 'SDK: fail', '0 ms'],
  ],
  [
    'the role changes while a lost meeting gets a new client: the signature is for the new role',
    ['role 1', '20000 ms', 'SDK: drop', '61000 ms', 'role 0', '310 ms', '3100 ms'],
  ],
  [
    'unmounted while it is being ended for everybody, which is refused: left',
    ['role 1', '600 ms', 'end: hangs', 'end() of 0'],
  ],
  [
    'left while it is being ended for everybody, which is refused: left',
    ['role 1', '600 ms', 'end: hangs', 'end() of 0', 'leave() of 0', '20000 ms'],
  ],
  ['left and joined in the same tick: leave() settles', ['leave() and join() of 0', '20000 ms', '20000 ms']],
  ['the app clears its queries while a signature is fetched', ['the app calls queryClient.clear()', '0 ms']],
  [
    'in a hidden tab, the request for a signature fails: it is repeated, and the next failure is reported',
    ['1200 ms', 'fetch: rejects', 'the tab is hidden', 'SDK: fail', '61000 ms', '1200 ms'],
  ],
  [
    'leave() withdraws a join() that waits for a component to be mounted',
    ['unmount of 0', 'join() of 0', 'leave() of 0', 'mount of 0', '0 ms'],
  ],
])('%s', (_, names) => play(names.map(named)));
