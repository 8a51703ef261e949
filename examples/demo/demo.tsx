import { useEffect, useMemo, useState, type FormEvent, type ReactNode } from 'react';
import { createSignatureFetcher, scriptSdk, ZoomMeeting } from 'react-zoom-meeting';
import type { StandIn } from '../../tests/stand-in/stand-in';
import { scenarios, type Scenario } from './scenarios';
import { Timeline, type TimelineEntry } from './timeline';

const sdk = scriptSdk({ baseUrl: '/zoom-sdk' });

/** Meeting details, and the box that the meeting is in. */
interface MeetingDetails {
  meetingNumber: string;
  userName: string;
  password?: string;
  zak?: string;
  role?: 0 | 1;
}

function Meeting({
  details,
  scenario,
  children,
}: {
  details: MeetingDetails;
  scenario: string;
  children?: ReactNode;
}) {
  const [entries, setEntries] = useState<TimelineEntry[]>([]);
  const fetchSignature = useMemo(
    () => createSignatureFetcher(`/api/zoom/signature?scenario=${scenario}`),
    [scenario],
  );
  const status = entries.at(-1)?.state.status ?? 'idle';
  return (
    <>
      <div className="stage">
        <p className="status">
          Status: <strong data-testid="status">{status}</strong>
        </p>
        <div className="box">
          <ZoomMeeting
            {...details}
            sdk={sdk}
            fetchSignature={fetchSignature}
            onStatusChange={(state) => setEntries((before) => [...before, { at: Date.now(), state }])}
          />
        </div>
        {children}
      </div>
      <Timeline entries={entries} />
    </>
  );
}

/** A scenario under way. */
interface Round {
  scenario: Scenario;
  standIn: StandIn;
  key: number;
}

/** Starts a scenario, by its id, on a Zoom of its own. */
export function beginRound(id: string, start: (scenario: Scenario) => StandIn): Round {
  const scenario = scenarios.find((one) => one.id === id) ?? scenarios[0]!;
  return { scenario, standIn: start(scenario), key: Date.now() };
}

/** The demo without a Zoom account: a scenario at a time, on a stand-in for Zoom. */
export function ScenarioDemo({ first, start }: { first: Round; start: (scenario: Scenario) => StandIn }) {
  const [round, setRound] = useState(first);
  const choose = (id: string) => {
    history.replaceState(null, '', `#${id}`);
    setRound(beginRound(id, start));
  };

  useEffect(() => {
    const follow = () => setRound(beginRound(location.hash.slice(1), start));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [start]);

  const { scenario, standIn, key } = round;
  return (
    <main>
      <header>
        <h1>react-zoom-meeting</h1>
      </header>
      <nav aria-label="Scenarios">
        <fieldset>
          <legend>What goes wrong?</legend>
          {scenarios.map(({ id, title }) => (
            <label key={id}>
              <input
                type="radio"
                name="scenario"
                value={id}
                checked={id === scenario.id}
                onChange={() => choose(id)}
              />
              {title}
            </label>
          ))}
        </fieldset>
        <button type="button" onClick={() => choose(scenario.id)}>
          Start again
        </button>
      </nav>
      <section className="scenario" aria-labelledby="scenario-title">
        <h2 id="scenario-title">{scenario.title}</h2>
        <p>{scenario.explanation}</p>
        <Meeting key={key} scenario={scenario.id} details={{ meetingNumber: '123 456 789', userName: 'Ada' }}>
          <div className="stimuli">
            {scenario.stimuli?.map(({ label, play }) => (
              <button key={label} type="button" onClick={() => play(standIn)}>
                {label}
              </button>
            ))}
          </div>
        </Meeting>
      </section>
      <footer>
        The Zoom SDK here is the real one. Zoom itself is a stand-in on this page that decides from the
        signature as Zoom does, and carries no sound or picture. This project is not affiliated with Zoom.
      </footer>
    </main>
  );
}

/** The demo with an account: the real Zoom, with the keys from the environment. */
export function RealZoomDemo() {
  const [details, setDetails] = useState<MeetingDetails>();
  function join(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setDetails({
      meetingNumber: String(form.get('meetingNumber')),
      userName: String(form.get('userName')),
      password: String(form.get('password')),
      zak: String(form.get('zak')),
      role: form.get('host') ? 1 : 0,
    });
  }
  return (
    <main>
      <header>
        <h1>react-zoom-meeting</h1>
        <p>
          This joins real meetings, with the keys from the environment. This project is not affiliated with
          Zoom.
        </p>
      </header>
      <form onSubmit={join}>
        <label>
          Meeting number <input name="meetingNumber" required inputMode="numeric" />
        </label>
        <label>
          Passcode <input name="password" type="password" autoComplete="off" />
        </label>
        <label>
          Your name <input name="userName" required defaultValue="Ada" />
        </label>
        <label>
          <input name="host" type="checkbox" /> As host
        </label>
        <label>
          ZAK, for a host <input name="zak" type="password" autoComplete="off" />
        </label>
        <button type="submit">Join</button>
      </form>
      {details && (
        <section className="scenario" aria-labelledby="meeting-title">
          <h2 id="meeting-title">Meeting {details.meetingNumber}</h2>
          <Meeting details={details} scenario="" />
        </section>
      )}
    </main>
  );
}
