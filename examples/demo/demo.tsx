/// <reference types="vite/client" />
import { useEffect, useRef, useState } from 'react';
import type { StandIn } from '../../tests/stand-in/stand-in';
import { Brand } from './brand';
import { InstallLine } from './install-line';
import { Meeting } from './meeting';
import code from './meeting.tsx?raw';
import { scenarios, type Scenario } from './scenarios';
import { Timeline, Verdict, withState, type TimelineEntry } from './timeline';
import type { UsualReport } from './usual';

/** A scenario that is running. */
interface Round {
  scenario: Scenario;
  standIn: StandIn;
  key: number;
}

/** Starts the scenario with this id on a new stand-in for Zoom. */
export function beginRound(id: string, start: (scenario: Scenario) => StandIn): Round {
  const scenario = scenarios.find((one) => one.id === id) ?? scenarios[0]!;
  // Tells the signature endpoint.
  document.cookie = `scenario=${scenario.id}; SameSite=Strict`;
  return { scenario, standIn: start(scenario), key: Date.now() };
}

/** The demo without a Zoom account: one scenario at a time, on a stand-in for Zoom. */
export function ScenarioDemo({ first, start }: { first: Round; start: (scenario: Scenario) => StandIn }) {
  const [round, setRound] = useState(first);
  const choose = (id: string) => {
    history.replaceState(null, '', `?scenario=${id}`);
    setRound(beginRound(id, start));
  };
  const { scenario, standIn, key } = round;
  return (
    <main>
      <header className="hero">
        <div>
          <Brand />
          <h1>Zoom meetings in React 18 and 19</h1>
          <p className="lead">
            One component. It joins, recovers where a retry helps, and explains the rest. “Signature is
            invalid” (3712) included.
          </p>
        </div>
        <InstallLine />
      </header>
      <fieldset className="chips">
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
      <section className="scenario" aria-labelledby="scenario-title">
        <h2 id="scenario-title">{scenario.title}</h2>
        <p>{scenario.explanation}</p>
        <Run key={key} scenario={scenario} standIn={standIn} onRestart={() => choose(scenario.id)} />
      </section>
      <footer>
        This page runs the unmodified Zoom SDK. Zoom itself is a stand-in in this page: it checks signatures
        as Zoom does, and carries no audio or video. This project is not affiliated with Zoom.
      </footer>
    </main>
  );
}

/** One run of a scenario: the meetings, what happened, and the code. */
function Run({
  scenario,
  standIn,
  onRestart,
}: {
  scenario: Scenario;
  standIn: StandIn;
  onRestart: () => void;
}) {
  const [entries, setEntries] = useState<TimelineEntry[]>([]);
  const status = entries.at(-1)?.state.status ?? 'idle';
  return (
    <>
      <div className="stage" data-panes={scenario.withUsualCode ? 2 : 1}>
        {scenario.withUsualCode && <UsualCode />}
        <div className="pane">
          <div className="pane-title">
            <h3>react-zoom-meeting</h3>
            <span className="pill" data-status={status} data-testid="status" role="status">
              {status}
            </span>
          </div>
          <div className="box">
            <Meeting
              onStatusChange={(state) => setEntries((before) => withState(before, state, Date.now()))}
            />
          </div>
        </div>
      </div>
      <div className="stimuli">
        {scenario.stimuli?.map(({ label, play }) => (
          <button key={label} type="button" onClick={() => play(standIn)}>
            {label}
          </button>
        ))}
        <button type="button" onClick={onRestart}>
          Start again
        </button>
      </div>
      <div className="below">
        <Timeline entries={entries} />
        <div className="column">
          <Verdict entries={entries} />
          <section className="card" aria-labelledby="code-title">
            <h2 id="code-title">The code that runs</h2>
            {/* Scrolls sideways, so it must be reachable by keyboard. */}
            <pre tabIndex={0} aria-labelledby="code-title">
              <code>{code.trim()}</code>
            </pre>
          </section>
        </div>
      </div>
    </>
  );
}

/** The usual code in a frame, because the SDK exists once per page. */
function UsualCode() {
  const frame = useRef<HTMLIFrameElement>(null);
  const [outcome, setOutcome] = useState<UsualReport['usualCode']>();
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent<Partial<UsualReport> | undefined>) => {
      if (source === frame.current?.contentWindow && data?.usualCode) setOutcome(data.usualCode);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  return (
    <div className="pane usual">
      <div className="pane-title">
        <h3>The usual code</h3>
        <span className="pill" data-status={outcome === 'refused' ? 'failed' : outcome} role="status">
          {outcome ?? 'joining'}
        </span>
      </div>
      <iframe ref={frame} className="box" title="A meeting with the usual code" src="usual.html" />
    </div>
  );
}
