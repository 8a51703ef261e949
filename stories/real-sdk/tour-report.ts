import type { ZoomMeetingState } from 'react-zoom-meeting';
import type { ZoomAnswer } from './stand-in-page';

/** An event in a frame of the tour. */
export interface TourReport {
  tour: true;
  /** Seconds since the frame began. */
  at: number;
  text: string;
  /** The new status, if it changed. */
  outcome?: TourOutcome | undefined;
}

/** For the usual code, a refusal is final. This component waits for the next join. */
export type TourOutcome = 'joined' | 'waiting' | 'refused';

/** Reports events to the page around this frame, with the seconds since now. */
export function createReporter(): (text: string, outcome?: TourOutcome) => void {
  const start = performance.now();
  return (text, outcome) => {
    const report: TourReport = { tour: true, at: (performance.now() - start) / 1000, text, outcome };
    parent.postMessage(report, location.origin);
  };
}

/**
 * The events of both frames: the answers of the signature endpoint and of Zoom.
 * @param refusalIs What a refusal means for the code in the frame.
 */
export function describeAnswer(
  answer: ZoomAnswer,
  refusalIs: TourOutcome,
): [text: string, outcome?: TourOutcome] {
  if (answer.what === 'signature') {
    const { ahead } = answer;
    return [
      `A signature arrives. Its iat lies ${Math.abs(ahead).toFixed(1)} s ${ahead > 0 ? 'ahead of Zoom’s clock' : 'in the past'}.`,
    ];
  }
  const { attempt, outcome } = answer;
  if (outcome === 'ok') return [`Attempt ${attempt}: Zoom lets it in.`, 'joined'];
  return [`Attempt ${attempt}: Zoom refuses: ${outcome.replace(/^200 /, '')}`, refusalIs];
}

/** The events that `<ZoomMeeting>` reports to its app. */
export function describeState(state: ZoomMeetingState): [text: string, outcome?: TourOutcome] {
  const text = textOf(state);
  if (state.status === 'retrying') return [text, 'waiting'];
  return state.status === 'failed' ? [text, 'refused'] : [text];
}

function textOf(state: ZoomMeetingState): string {
  switch (state.status) {
    case 'busy':
      return `busy: meeting ${state.meetingNumber} has the page`;
    case 'retrying': {
      if (state.offline) return `retrying: ${state.reason.code}; when the page is online`;
      const seconds = Math.max(0, (state.nextAttemptAt - Date.now()) / 1000).toFixed(1);
      const why = state.holding ? 'the signature is kept until it becomes valid' : 'backing off';
      return `retrying: ${state.reason.code}; next attempt in ${seconds} s, ${why}`;
    }
    case 'failed':
      return `failed: ${state.error.message}`;
    case 'joining':
      return `joining, attempt ${state.attempt}`;
    default:
      return state.status;
  }
}
