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
])('%s', (_, names) => play(names.map(named)));
