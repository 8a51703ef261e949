import type { ZoomMeetingStatus } from '../../src/session/meeting-state';
import type { SessionEvent } from '../../src/session/session-model';
import { stateTable } from '../../src/session/state-table';
import { type Edge, exploreMachine } from './explore-machine';

/** The meaning of each state, and the view that the user sees. */
const meanings: Record<ZoomMeetingStatus, string> = {
  idle: 'The initial state. With `autoJoin`, the meeting starts joining immediately. Without `autoJoin`, the user sees a button to join.',
  busy: 'Another meeting uses the SDK, and this one waits. It continues when the SDK is free. `state.meetingNumber` is the number of the other meeting. The user sees a panel that says so, and can cancel.',
  preparing:
    'The SDK is loading while the signature is being fetched. The user sees a panel that says so, and can cancel.',
  joining: "The SDK's `join()` is running. The user sees a panel that says so, and can cancel.",
  retrying:
    'A join failed and the next one is scheduled, or the page is offline. The user sees a countdown and can cancel. There is a "Try now" button, unless a signature is held until it becomes valid. While the page is offline (`offline: true`), the user sees neither the countdown nor this button, and nothing is fetched or joined until the connection is back.',
  'waiting-for-host':
    'The host has not started the meeting. The SDK joins automatically when the host starts it. The user sees a panel that says so, and can cancel.',
  'waiting-room':
    'The participant waits for the host to admit them, or was put on hold. The user sees a panel that says so, and can leave.',
  joined: "The user is in the meeting, and sees the SDK's own view and no panel.",
  reconnecting:
    "The connection was lost, and the SDK is reconnecting. A panel that says so covers the SDK's view, and the user can leave.",
  leaving:
    'The SDK is leaving the meeting, or ending it for everyone. This takes about half a second, and 20 s at most.',
  ended: 'The meeting is over: left, cancelled, or ended by the host. The user sees why, and can join again.',
  failed:
    'A retry cannot help, or no retries are left. The user sees what is wrong and what to do. `join()` starts over.',
};

/** A description of each event for readers of the tables. */
const eventNames: Record<SessionEvent['type'], string> = {
  join: '`join()`',
  'join-next': '`join()` while leaving',
  'options-changed': 'the user in the options changes, or the options become valid or invalid',
  'page-busy': 'another meeting uses the SDK',
  'page-acquired': 'the SDK is free for this meeting',
  'sdk-ready': 'the SDK is loaded and initialised',
  'sdk-failed': 'the SDK fails to load',
  'signature-ready': 'a signature arrives',
  'signature-failed': 'fetching a signature fails',
  'join-resolved': "the SDK's `join()` resolves",
  'join-failed': "the SDK's `join()` rejects",
  connected: 'the SDK reports `Connected`',
  dropped: 'the SDK reports `Reconnecting`',
  lost: 'the SDK reports `Fail`',
  closed: 'the SDK reports `Closed`, for example when the host ends the meeting',
  'roster-changed': 'the list of participants changes',
  deadline: 'the deadline of the state passes',
  online: 'the browser goes online',
  offline: 'the browser goes offline',
  'retry-now': '`retryNow()`',
  retained: 'a component is mounted again',
  leave: '`leave()`, `end()`, `cancel()`, or the component is unmounted',
  left: 'the SDK has left the meeting',
  'end-refused': 'the SDK refuses to end the meeting',
  'app-threw': "the app's `retry` or `retryDelay` throws",
};

/** Mermaid does not allow dashes in names. */
const id = (status: string) => status.replaceAll('-', '_');

/** Almost every state leads there, and a diagram with all these arrows would be unreadable. */
const isOut = (status: string) => ['leaving', 'ended', 'failed'].includes(status);

/** The page about the states, with a diagram and the state table itself. */
export function states(): string {
  const edges = exploreMachine();
  const names = Object.keys(meanings) as ZoomMeetingStatus[];
  const diagram = [
    'stateDiagram-v2',
    'accTitle: The states of a meeting',
    'accDescr: The tables below the diagram have the same information.',
    '[*] --> idle',
    ...names.filter((name) => name.includes('-')).map((name) => `state "${name}" as ${id(name)}`),
    ...ways(edges),
  ];
  const lines = [
    '# States',
    '',
    'This page describes each value of `state.status`. Below the diagram, each state has a table of all events. It shows which state an event',
    'leads to, or why the event is ignored. For example, to find out what happens when the host ends a meeting that is being joined, look for',
    '`Closed` in the table of [joining](#joining). The tables are generated from `stateTable` in `src/session/state-table.ts`.',
    '',
    'The diagram shows how a meeting is joined, and how a join is retried. Nearly every state also leads to `leaving`, `ended` or',
    '`failed`. The tables show these transitions. The deadline of a state is the time at which this library stops waiting in that state: for',
    'example, when `joinTimeout` has passed in `preparing`, or when the next join is due in `retrying`.',
    '',
    '```mermaid',
    ...diagram,
    '```',
  ];
  for (const name of names) {
    lines.push('', `## ${name}`, '', meanings[name], '', '| event | what happens |', '| --- | --- |');
    for (const [event, entry] of Object.entries(stateTable[name])) {
      const type = event as SessionEvent['type'];
      lines.push(`| ${eventNames[type]} | ${outcome(name, type, entry, edges)} |`);
    }
  }
  return lines.join('\n');
}

/** The arrows of the diagram, one for each pair of states. */
function ways(edges: readonly Edge[]): string[] {
  const labels = new Map<string, Set<string>>();
  for (const { from, to, label } of edges) {
    if (from === to || isOut(from) || isOut(to)) continue;
    const arrow = `${id(from)} --> ${id(to)}`;
    labels.set(arrow, (labels.get(arrow) ?? new Set()).add(label));
  }
  return [...labels].map(([arrow, all]) => `${arrow}: ${[...all].join(', ')}`);
}

function outcome(
  from: ZoomMeetingStatus,
  event: SessionEvent['type'],
  entry: unknown,
  edges: readonly Edge[],
): string {
  if (typeof entry !== 'function') return `ignored: ${String(entry)}`;
  const all = new Set(edges.filter((edge) => edge.from === from && edge.event === event).map(({ to }) => to));
  if (all.size === 0) throw new Error(`No event of exploreMachine() is ${event} in ${from}.`);
  const others = [...all].filter((to) => to !== from).map((to) => `\`${to}\``);
  return [...(all.has(from) ? ['stays'] : []), ...others].join(', ');
}
