import type { ZoomMeetingStatus } from '../../src/session/meeting-state';
import { exploreMachine } from './explore-machine';

/** What each state means, and what the user sees. */
const meanings: Record<ZoomMeetingStatus, string> = {
  idle: 'Nothing was asked for yet. With `autoJoin` it passes at once; without, the user sees a button to join.',
  preparing:
    'The SDK is loading and the signature is being fetched, side by side. The user sees that the meeting is being prepared, and can cancel.',
  joining: "The SDK's `join()` is under way. The user sees that, and can cancel.",
  retrying:
    'A join failed and another one follows by itself. The user sees the seconds until then, and can cancel; "Try now" is there unless a signature is held until it is due.',
  'waiting-for-host':
    'The meeting has not started. The SDK joins by itself when it does. The user is told so, and can cancel.',
  'waiting-room':
    'The host has to let the participant in, or has put them on hold. The user is asked to wait, and can leave.',
  joined: "In the meeting. The user sees the SDK's own view, and nothing of ours.",
  reconnecting:
    "The connection dropped and the SDK is getting it back. The user sees a line above the SDK's view.",
  leaving: 'The SDK is leaving, or ending the meeting for everybody. It takes 5 s at most.',
  ended: 'Over: left, cancelled, or ended by somebody else. The user sees which, and can join again.',
  failed:
    'No retry helps, or none is left. The user sees what is wrong and what they can do; `join()` begins anew.',
};

/** Mermaid takes no dashes in a name. */
const id = (status: string) => status.replaceAll('-', '_');
const commands = 'leave(), end(), cancel()';

/** Almost everything leads there, and a diagram with all those ways is a thicket. */
const isOut = (status: string) => ['leaving', 'ended', 'failed'].includes(status);

/** The page about the states, with a diagram of what the machine does. */
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
    'accDescr: The lists below the diagram say the same in words.',
    '[*] --> idle',
    ...names.filter((name) => name.includes('-')).map((name) => `state "${name}" as ${id(name)}`),
    ...ways.map(({ from, to, label }) => `${id(from)} --> ${id(to)}: ${label}`),
  ];
  const lines = [
    '# States',
    '',
    'Where a meeting is: `state.status`. The diagram and the lists are made by trying events of every kind on the machine itself',
    '(`src/session/machine.ts`). `leave()` stands for `end()` and `cancel()` too; "time is up" is a deadline of the',
    "machine's own.",
    '',
    'The diagram shows the ways in, and back in. Nearly every state also leads to `leaving`, `ended` and `failed`; the lists',
    'below have those ways, too.',
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
