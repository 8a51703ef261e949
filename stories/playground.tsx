import { useState, type ReactNode } from 'react';
import {
  ZoomMeeting,
  type SignatureFetcher,
  type ZoomMeetingProps,
  type ZoomMeetingStatus,
} from 'react-zoom-meeting';
import {
  createFakeSignature,
  createFakeZoomSdk,
  type FakeZoomSdk,
  type FakeZoomSdkOptions,
} from 'react-zoom-meeting/testing';
import { Badge, Button, Card, PageHead, Split, Stimuli } from './look/kit';
import { fetchSignature } from './meeting-story';

interface Outcome {
  fake?: FakeZoomSdkOptions;
  fetchSignature?: SignatureFetcher;
}

const signedAhead =
  (seconds: number): SignatureFetcher =>
  async ({ meetingNumber, role }) =>
    createFakeSignature({ mn: meetingNumber, role, iat: Math.floor(Date.now() / 1000) + seconds });

/** The possible courses of a meeting. */
export const outcomes: Record<string, Outcome> = {
  'Joins at once': {},
  'The signer is 20 s ahead': { fake: { joins: [3712, 'ok'] }, fetchSignature: signedAhead(20) },
  'The connection is bad': { fake: { joins: [-3000, -3000, 'ok'] } },
  'The host has not started': { fake: { joins: [3008, 'ok'] } },
  'There is a waiting room': { fake: { joins: ['waiting-room'] } },
  'The passcode is missing': { fake: { joins: [3004, 'ok'] } },
  'Zoom asks for an email address': { fake: { joins: [3005, 'ok'] } },
  'Zoom asks for a registration': {
    fake: { joins: [{ errorCode: 3099, url: 'https://zoom.us/webinar/register/WN_1' }] },
  },
  'The host removed the user earlier': { fake: { joins: [4011] } },
  'The signature endpoint returns an HTML page': {
    fetchSignature: async () => '<!doctype html><p>Not found',
  },
};

/** The events that can happen on Zoom's side in each state. */
const stimuli: Partial<Record<ZoomMeetingStatus, Record<string, (fake: FakeZoomSdk) => unknown>>> = {
  'waiting-for-host': { 'The host starts the meeting': (fake) => fake.hostArrives() },
  'waiting-room': { 'The host admits the user': (fake) => fake.admit() },
  joined: {
    'The connection drops': (fake) => fake.drop(),
    'The host moves the user to the waiting room': (fake) => fake.hold(),
    'The host ends the meeting': (fake) => fake.end(),
    'The host removes the user': (fake) => fake.end('kicked by host'),
  },
  reconnecting: {
    'The connection is restored': (fake) => fake.recover(),
    'The connection is not restored': (fake) => fake.fail(),
  },
};

export interface PlaygroundProps extends Pick<
  ZoomMeetingProps,
  'title' | 'userName' | 'autoJoin' | 'language' | 'strings'
> {
  /** The outcome of the meeting. */
  outcome: string;
  /** Whether the panels show a logo. */
  withLogo?: boolean;
}

/** A meeting that restarts with each outcome. */
export function Playground(props: PlaygroundProps): ReactNode {
  const { outcome, autoJoin, userName } = props;
  const [round, setRound] = useState(0);
  return (
    <PlaygroundMeeting
      key={JSON.stringify({ round, outcome, autoJoin, userName })}
      onStartAgain={() => setRound(round + 1)}
      {...props}
    />
  );
}

function PlaygroundMeeting({
  outcome,
  withLogo,
  title,
  userName,
  autoJoin,
  language,
  strings,
  onStartAgain,
}: PlaygroundProps & { onStartAgain: () => void }) {
  const { fake: options, fetchSignature: fetcher = fetchSignature } = outcomes[outcome] ?? {};
  const [fake] = useState(() => createFakeZoomSdk(options));
  const [states, setStates] = useState<ZoomMeetingStatus[]>([]);
  const status = states.at(-1);
  const possible = Object.entries((status && stimuli[status]) ?? {});
  return (
    <main>
      <PageHead title="Playground">
        A meeting on the fake SDK of <code>react-zoom-meeting/testing</code>. The controls below change its
        props and how it goes.
      </PageHead>
      <Split>
        <div className="kit-frame">
          <ZoomMeeting
            meetingNumber="123 4567 890"
            userName={userName}
            title={title}
            logo={withLogo ? <Logo /> : undefined}
            autoJoin={autoJoin}
            language={language}
            strings={strings}
            fetchSignature={fetcher}
            sdk={fake}
            onStatusChange={(state) => setStates((before) => [...before, state.status])}
          />
        </div>
        <Card title={outcome} code="state.status">
          <ol className="states-so-far" aria-label="States so far">
            {states.map((name, index) => (
              <li key={index}>
                <Badge {...(index === states.length - 1 && { tone: name === 'joined' ? 'good' : 'waiting' })}>
                  {name}
                </Badge>
              </li>
            ))}
          </ol>
          <Button onClick={onStartAgain}>Start again</Button>
        </Card>
        <Stimuli>
          {possible.length === 0 && <span className="kit-none">Nothing in this state</span>}
          {possible.map(([label, happen]) => (
            <Button key={label} onClick={() => happen(fake)}>
              {label}
            </Button>
          ))}
        </Stimuli>
      </Split>
    </main>
  );
}

/** The logo of a fictional app. */
const Logo = () => (
  <svg height="24" viewBox="0 0 96 24" role="img" aria-label="Acme">
    <circle cx="12" cy="12" r="10" fill="#5fd3a6" />
    <text x="30" y="17.5" fontSize="16" fontWeight="700" fill="currentColor">
      Acme
    </text>
  </svg>
);
