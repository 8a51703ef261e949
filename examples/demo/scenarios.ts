import type { StandIn } from '../../tests/stand-in/stand-in';

/** Something that can happen in a meeting, shown as a button. */
export interface Stimulus {
  label: string;
  play: (standIn: StandIn) => void;
}

export interface Scenario {
  id: string;
  title: string;
  /** What is wrong, and what to watch for. */
  explanation: string;
  /** The settings of the stand-in for Zoom. */
  prepare?: (standIn: StandIn) => void;
  stimuli?: readonly Stimulus[];
  /** Whether the usual code runs beside it, with the same wrong signer. */
  withUsualCode?: true;
}

const names = ['Grace', 'Alan', 'Katherine', 'Edsger', 'Barbara'];
const present = new WeakMap<StandIn, number[]>();
let next = 0;
const company: readonly Stimulus[] = [
  {
    label: 'Somebody joins',
    play: (standIn) => {
      const id = standIn.addParticipant(names[next++ % names.length] ?? 'Somebody');
      present.set(standIn, [...(present.get(standIn) ?? []), id]);
    },
  },
  {
    label: 'Somebody leaves',
    play: (standIn) => {
      const id = present.get(standIn)?.pop();
      if (id !== undefined) standIn.removeParticipant(id);
    },
  },
];

export const scenarios: readonly Scenario[] = [
  {
    id: 'signer-ahead',
    title: 'Signer 20 s ahead',
    explanation:
      'The server’s clock is 20 s ahead of Zoom’s, so Zoom refuses the signature with 3712. The usual code stops. The component waits until the signature becomes valid, and joins.',
    withUsualCode: true,
  },
  {
    id: 'healthy',
    title: 'Everything is fine',
    explanation:
      'Signatures are backdated by 30 s, so a server clock that is slightly ahead causes no error. One join.',
    stimuli: company,
  },
  {
    id: 'float-signer',
    title: 'Java float signer',
    explanation:
      'Math.round(System.currentTimeMillis() / 1000f) rounds to steps of 128 s, so half of all signatures are not valid yet. The component waits until they are.',
    withUsualCode: true,
  },
  {
    id: 'expired',
    title: 'Expired signature',
    explanation:
      'The signature expired 13 minutes ago (3705). The component fetches another one, once, and then tells the developer the cause.',
    withUsualCode: true,
  },
  {
    id: 'wrong-secret',
    title: 'Wrong secret',
    explanation:
      'Every claim is right, but the secret is wrong. The component joins four times at most, and then tells the developer the cause.',
    withUsualCode: true,
  },
  {
    id: 'wrong-passcode',
    title: 'Wrong passcode',
    explanation: 'A retry cannot help, so the component asks for the passcode. It is “zoom42”.',
    prepare: ({ meeting }) => void (meeting.passcode = 'zoom42'),
  },
  {
    id: 'no-host',
    title: 'Host not there yet',
    explanation:
      'The SDK joins when the host arrives. The component shows that it waits, and does not join a second time.',
    prepare: ({ meeting }) => void (meeting.hostPresent = false),
    stimuli: [{ label: 'The host arrives', play: (standIn) => standIn.hostArrives() }],
  },
  {
    id: 'waiting-room',
    title: 'Waiting room',
    explanation: 'The participant is connected, but not in the meeting until the host admits them.',
    prepare: ({ meeting }) => void (meeting.waitingRoom = true),
    stimuli: [
      { label: 'Admit', play: (standIn) => standIn.admit() },
      { label: 'Put on hold', play: (standIn) => standIn.hold() },
    ],
  },
  {
    id: 'full',
    title: 'Meeting full',
    explanation: 'The component does not retry. The participant decides when to try again.',
    prepare: ({ meeting }) => void (meeting.full = true),
    stimuli: [{ label: 'Somebody leaves', play: ({ meeting }) => void (meeting.full = false) }],
  },
  {
    id: 'connection-drops',
    title: 'Connection drops',
    explanation: 'The SDK reconnects. The app’s onJoined is called only once.',
    stimuli: [{ label: 'Drop the connection', play: (standIn) => standIn.dropSocket() }, ...company],
  },
  {
    id: 'host-ends',
    title: 'Host ends or removes',
    explanation: 'The meeting is over, and the component says why.',
    stimuli: [
      { label: 'The host ends the meeting', play: (standIn) => standIn.end(8) },
      { label: 'The host removes you', play: (standIn) => standIn.end(7) },
    ],
  },
];
