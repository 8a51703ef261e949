/// <reference types="vite/client" />
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../look/kit';
import type { Signer } from './stand-in-page';
import thisComponent from './this-component.tsx?raw';
import type { TourOutcome, TourReport } from './tour-report';
import usualCode from './usual-code.ts?raw';
import './tour.css';

/** The status after this many seconds. */
const outcomes: Record<TourOutcome, (seconds: string) => string> = {
  joined: (seconds) => `Joined after ${seconds} s`,
  waiting: (seconds) => `Refused after ${seconds} s. Waiting until the signature becomes valid…`,
  refused: (seconds) => `Refused after ${seconds} s`,
};

const signers: Partial<Record<Signer, string>> = {
  'ahead-20': '20 s ahead',
  'ahead-45': '45 s ahead',
  float: 'Java’s float rounding: up to 64 s ahead, half of the time',
  right: 'Right',
};

interface HalfProps {
  title: string;
  explanation: string;
  story: 'usual-code' | 'this-component';
  code: string;
  signer: Signer;
  theme: string;
}

/** A frame, its events, and the code that it runs. */
function Half({ title, explanation, story, code, signer, theme }: HalfProps) {
  const id = useId();
  const frame = useRef<HTMLIFrameElement>(null);
  const [reports, setReports] = useState<TourReport[]>([]);
  useEffect(() => {
    const hear = ({ source, origin, data }: MessageEvent<Partial<TourReport> | undefined>) => {
      if (source !== frame.current?.contentWindow || origin !== location.origin || !data?.tour) return;
      setReports((before) => [...before, data as TourReport]);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  const last = reports.filter(({ outcome }) => outcome).at(-1);
  return (
    <section aria-labelledby={id} data-testid={story}>
      <h2 id={id}>{title}</h2>
      <p>{explanation}</p>
      <iframe
        ref={frame}
        title={`A meeting with ${title.toLowerCase()}`}
        src={`iframe.html?id=live-frames--${story}&viewMode=story&args=signer:${signer}&globals=theme:${theme}`}
      />
      {/* Only the status is announced, not each line below. */}
      <p role="status" className="tour-outcome" data-outcome={last?.outcome}>
        {last?.outcome ? outcomes[last.outcome](last.at.toFixed(1)) : 'Running…'}
      </p>
      <h3>What happened</h3>
      <ol className="tour-timeline">
        {reports.map(({ at, text }, index) => (
          <li key={index}>
            <span>{at.toFixed(1)} s</span> {text}
          </li>
        ))}
      </ol>
      <h3>The code that ran</h3>
      {/* Scrolls sideways, so it must be reachable by keyboard. */}
      <pre dir="ltr" tabIndex={0} aria-label={`Code: ${title.toLowerCase()}`}>
        <code>{code.trim()}</code>
      </pre>
    </section>
  );
}

/**
 * Today's usual code and `<ZoomMeeting>` side by side. Each has the SDK in its own frame, because a page can have
 * only one SDK.
 */
export function Tour({ theme }: { theme: string }) {
  const [{ signer, round }, setRun] = useState<{ signer: Signer; round: number }>({
    signer: 'ahead-20',
    round: 0,
  });
  const run = (wanted: Signer) => setRun(({ round }) => ({ signer: wanted, round: round + 1 }));
  return (
    <main className="tour">
      <h1>When the signer is wrong</h1>
      <p>
        Zoom refuses a signature whose <code>iat</code> is in the future: 3712, “Signature is invalid”. Both
        meetings below ask the same server for signatures.
      </p>
      <fieldset>
        <legend>The server’s clock</legend>
        {Object.entries(signers).map(([value, label]) => (
          <label key={value}>
            <input
              type="radio"
              name="signer"
              value={value}
              checked={value === signer}
              onChange={() => run(value as Signer)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <Button onClick={() => run(signer)}>Run both again</Button>
      <div className="tour-halves">
        <Half
          key={`usual-${round}`}
          title="Today’s usual code"
          explanation="On 3712 it logs the error, shows it, and stops. The SDK’s own dialog offers Retry, which sends the same signature again: Zoom refuses it again, unless the user has waited until it is valid."
          story="usual-code"
          code={usualCode}
          signer={signer}
          theme={theme}
        />
        <Half
          key={`ours-${round}`}
          title="This component"
          explanation="On 3712 it fetches a new signature, keeps the one that becomes valid first, waits for it, and joins."
          story="this-component"
          code={thisComponent}
          signer={signer}
          theme={theme}
        />
      </div>
    </main>
  );
}
