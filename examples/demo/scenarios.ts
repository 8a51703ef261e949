import type { StandIn } from '../../tests/stand-in/stand-in';

/** Something that can happen in a meeting, as a button. */
export interface Stimulus {
  label: string;
  play: (standIn: StandIn) => void;
}

export interface Scenario {
  id: string;
  title: string;
  /** What is wrong, and what to watch for. */
  explanation: string;
  /** How Zoom's side is set up. */
  prepare?: (standIn: StandIn) => void;
  stimuli?: readonly Stimulus[];
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
    id: 'healthy',
    title: 'Everything is fine',
    explanation:
      'The signature is dated back by 30 s, so a clock that is slightly off does no harm. One join.',
    stimuli: company,
  },
  {
    id: 'signer-ahead',
    title: 'Signer 20 s ahead',
    explanation:
      'The server’s clock runs ahead of Zoom’s: 3712. A fresh signature would be just as early, so the first one is held until it is due. Two joins, after 20 s.',
  },
  {
    id: 'float-signer',
    title: 'Java float signer',
    explanation:
      'Math.round(System.currentTimeMillis() / 1000) rounds to steps of 128 s: half of the time the signature is from the future. It is held until it is due.',
  },
  {
    id: 'expired',
    title: 'Expired signature',
    explanation:
      'The signature expired 13 minutes ago: 3705. It is fetched anew once, and then the developer is told.',
  },
  {
    id: 'wrong-secret',
    title: 'Wrong secret',
    explanation:
      'Every claim is right and Zoom refuses all the same. Four joins at most, and then the cause.',
  },
  {
    id: 'wrong-passcode',
    title: 'Wrong passcode',
    explanation: 'No retry helps: the person is asked. The passcode is “zoom42”.',
    prepare: ({ meeting }) => void (meeting.passcode = 'zoom42'),
  },
  {
    id: 'no-host',
    title: 'Host not there yet',
    explanation: 'The SDK keeps asking by itself; a second join would be one too many.',
    prepare: ({ meeting }) => void (meeting.hostPresent = false),
    stimuli: [{ label: 'The host arrives', play: (standIn) => standIn.hostArrives() }],
  },
  {
    id: 'waiting-room',
    title: 'Waiting room',
    explanation: 'Connected, but not in the meeting until the host says so.',
    prepare: ({ meeting }) => void (meeting.waitingRoom = true),
    stimuli: [
      { label: 'Admit', play: (standIn) => standIn.admit() },
      { label: 'Put on hold', play: (standIn) => standIn.hold() },
    ],
  },
  {
    id: 'full',
    title: 'Meeting full',
    explanation: 'No automatic retry: the person decides when to try again.',
    prepare: ({ meeting }) => void (meeting.full = true),
    stimuli: [{ label: 'Somebody leaves', play: ({ meeting }) => void (meeting.full = false) }],
  },
  {
    id: 'connection-drops',
    title: 'Connection drops',
    explanation: 'The SDK reconnects; the app hears of one join only.',
    stimuli: [{ label: 'Drop the connection', play: (standIn) => standIn.dropSocket() }, ...company],
  },
  {
    id: 'host-ends',
    title: 'Host ends or removes',
    explanation: 'The meeting is over, with the reason.',
    stimuli: [
      { label: 'The host ends the meeting', play: (standIn) => standIn.end(8) },
      { label: 'The host removes you', play: (standIn) => standIn.end(7) },
    ],
  },
];
