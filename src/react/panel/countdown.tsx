import { useState } from 'react';
import { useBrowserLayoutEffect } from '../use-browser-layout-effect';
import { fill, usePanelSettings } from './panel-settings';

/** The whole seconds until a time of the meeting's clock. 0 afterwards, and in the first render, which must not read a clock. */
function useSecondsUntil(time: number): number {
  const { now } = usePanelSettings();
  const [seconds, setSeconds] = useState(0);
  // Set before the browser paints.
  useBrowserLayoutEffect(() => {
    const count = () => setSeconds(Math.max(0, Math.ceil((time - now()) / 1000)));
    count();
    const timer = setInterval(count, 250);
    return () => clearInterval(timer);
  }, [time, now]);
  return seconds;
}

/** A duration as text in a language: `12 seconds`. */
export function formatSeconds(seconds: number, locale: string): string {
  const unit = seconds < 100 ? 'second' : 'minute';
  const value = unit === 'second' ? seconds : Math.ceil(seconds / 60);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

/** When the next join starts, as a sentence. */
export function RetryText({ at }: { at: number }) {
  const { strings, locale } = usePanelSettings();
  const seconds = useSecondsUntil(at);
  return seconds > 0
    ? fill(strings['retrying.text'], { time: formatSeconds(seconds, locale) })
    : strings['retrying.now'];
}

const radius = 25;
/** The circumference of the ring. */
const length = 157;

/** A ring that empties until a time. It starts full. */
export function CountdownRing({ to }: { to: number }) {
  const seconds = useSecondsUntil(to);
  const [longest, setLongest] = useState(0);
  if (seconds > longest) setLongest(seconds);
  if (seconds === 0) return <span className="rzm-spinner" aria-hidden="true" />;
  return (
    <svg className="rzm-ring" width="56" height="56" viewBox="0 0 56 56" aria-hidden="true">
      <circle className="rzm-ring-track" cx="28" cy="28" r={radius} />
      <circle
        className="rzm-ring-rest"
        cx="28"
        cy="28"
        r={radius}
        strokeDasharray={length}
        strokeDashoffset={length * (1 - seconds / longest)}
      />
      <text x="28" y="28" dominantBaseline="central" textAnchor="middle">
        {seconds}
      </text>
    </svg>
  );
}
