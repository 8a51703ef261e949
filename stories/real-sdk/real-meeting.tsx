import { useEffect, useState, type ReactNode } from 'react';
import { createSignatureFetcher, scriptSdk, ZoomMeeting, type ZoomMeetingProps } from 'react-zoom-meeting';
import type { StandIn } from '../../tests/stand-in/stand-in';
import { Button } from '../look/kit';
import { openStandIn, type Signer, type ZoomAnswer } from './stand-in-page';

/** Relative to the page, so that it works on any path. */
const sdk = scriptSdk({ baseUrl: 'zoom-sdk' });
const fetchSignature = createSignatureFetcher('/api/zoom/signature');

/** The args of a story with the real SDK. */
export interface RealMeetingArgs extends Partial<ZoomMeetingProps> {
  /** The signer, by the error of its clock. */
  signer: Signer;
  /** The settings of the stand-in for Zoom. */
  prepare?: (standIn: StandIn) => void;
  /** The events that can happen on Zoom's side, as buttons, by label. */
  stimuli?: Record<string, (standIn: StandIn) => void>;
}

/** Opens a stand-in for Zoom when mounted. Returns it when it is ready, or the reason why it cannot be opened. */
export function useStandIn(
  signer: Signer,
  prepare?: (standIn: StandIn) => void,
  onAnswer?: (answer: ZoomAnswer) => void,
): { standIn?: StandIn; trouble?: string } {
  const [opened, setOpened] = useState<{ standIn?: StandIn; trouble?: string }>({});
  useEffect(() => {
    let isMounted = true;
    openStandIn(signer, prepare, onAnswer).then(
      (standIn) => isMounted && setOpened({ standIn }),
      (error: unknown) =>
        setOpened({
          trouble: `The stand-in for Zoom needs a service worker. Open this page on localhost. (${error})`,
        }),
    );
    return () => void (isMounted = false);
    // A meeting keeps the stand-in with which it started.
  }, []);
  return opened;
}

/** A meeting on the real SDK, with its own stand-in for Zoom. */
export function RealMeeting({ signer, prepare, stimuli = {}, ...props }: RealMeetingArgs): ReactNode {
  const { standIn, trouble } = useStandIn(signer, prepare);
  if (!standIn) return <p role="status">{trouble}</p>;
  return (
    <>
      <ZoomMeeting
        meetingNumber="123 456 789"
        userName="Ada"
        sdk={sdk}
        fetchSignature={fetchSignature}
        {...props}
      />
      <div className="real-sdk-stimuli">
        {Object.entries(stimuli).map(([label, play]) => (
          <Button key={label} onClick={() => play(standIn)}>
            {label}
          </Button>
        ))}
      </div>
    </>
  );
}
