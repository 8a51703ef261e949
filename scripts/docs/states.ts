import type { ZoomMeetingStatus } from '../../src/session/meeting-state';
import { exploreMachine } from './explore-machine';

/** What each state means, and what the user sees. */
const meanings: Record<ZoomMeetingStatus, string> = {
  idle: 'The initial state. With `autoJoin` it passes at once. Without it, the user sees a button to join.',
  preparing:
    'The SDK is loading while the signature is being fetched. The user sees that the meeting is getting ready, and can cancel.',
  joining: "The SDK's `join()` is running. The user sees that, and can cancel.",
  retrying:
    'A join failed, and the next one is scheduled. The user sees a countdown and can cancel. There is a "Try now" button, unless a signature is held until it becomes valid.',
  'waiting-for-host':
    'The host has not started the meeting. The SDK joins automatically when the host does. The user sees that, and can cancel.',
  'waiting-room':
    'The participant waits for the host to admit them, or was put on hold. The user is asked to wait, and can leave.',
  joined: "In the meeting. The user sees the SDK's own view and no panel.",
  reconnecting:
    "The connection was lost, and the SDK is reconnecting. The user sees a banner above the SDK's view.",
  leaving: 'The SDK is leaving the meeting, or ending it for everyone. This takes 5 s at most.',
  ended:
    'The meeting is over: left, cancelled, or ended by the host. The user sees which, and can join again.',
  failed:
    'The error cannot be retried, or no retry is left. The user sees what is wrong and what to do. `join()` starts over.',
};

/** Mermaid takes no dashes in a name. */
const id = (status: string) => status.replaceAll('-', '_');
const commands = 'leave(), end(), cancel()';

/** Almost every state leads there. With all those arrows, the diagram would be hard to read. */
const isOut = (status: string) => ['leaving', 'ended', 'failed'].includes(status);

/** The page about the states, with a diagram of the machine's transitions. */
export function states(): string {
  const edges = exploreMachine().map(({ from, to, labels }) => ({
    from,
    to,
    label: labels.join(', ').replace(commands, 'leave()'),
  }));
  const names = Object.keys(meanings) as ZoomMeetingStatus[];
  const ways = edges.filter(({ from, to }) => !isOut(from) && !isOut(to));
  const diagram = [
    'stateDiagram-v2',
    'accTitle: The states of a meeting',
    'accDescr: The lists below the diagram have the same transitions.',
    '[*] --> idle',
    ...names.filter((name) => name.includes('-')).map((name) => `state "${name}" as ${id(name)}`),
    ...ways.map(({ from, to, label }) => `${id(from)} --> ${id(to)}: ${label}`),
  ];
  const lines = [
    '# States',
    '',
    'The states of a meeting, as in `state.status`. A script generates this page by sending every kind of event to the state',
    'machine (`src/session/machine.ts`). `leave()` stands for `end()` and `cancel()`, too. "timeout" is a deadline that the',
    'machine sets.',
    '',
    'The diagram shows the transitions on the way into the meeting, and back into it. Most states also lead to `leaving`,',
    '`ended` and `failed`. The lists below have all transitions.',
    '',
    '```mermaid',
    ...diagram,
    '```',
  ];
  for (const name of names) {
    const out = edges.filter(({ from }) => from === name);
    lines.push('', `## ${name}`, '', meanings[name], '');
    lines.push(...out.map(({ to, label }) => `- to \`${to}\`: ${label}`));
  }
  return lines.join('\n');
}
