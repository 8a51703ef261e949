import { useEffect, useInsertionEffect, useRef, useState, type RefObject } from 'react';
import type { ZoomViewType } from '../sdk/zoom-sdk';
import type { ZoomMeetingSession } from '../session/session';
import type { ZoomMeetingHandle } from './meeting-handle';
import { useBrowserLayoutEffect } from './use-browser-layout-effect';

/** How long the panel waits for the SDK's view to get its final size, in ms. It takes about 500 (6.2.0). */
const longestWait = 3000;
/** How long the panel fades away, in ms. */
const fadeTime = 160;

/** `covered`: a panel is above the meeting. `fading`: it fades out. `shown`: there is no panel. */
type Screen = 'covered' | 'fading' | 'shown';

/** The refs and the state that `ZoomMeetingView` needs to show the meeting. */
interface MeetingOnScreen {
  /** The ref of the element that the SDK's element is shown in. */
  containerRef: RefObject<HTMLDivElement | null>;
  /** The meeting in the state that the panel above it is for. `undefined`: no panel. */
  cover: ZoomMeetingHandle | undefined;
  /** The ref of the element with the panel. */
  coverRef: RefObject<HTMLDivElement | null>;
}

/**
 * Shows the SDK's view once it has its final size. Until then, the panel of the previous state stays. The SDK's view is `inert`
 * below a panel.
 *
 * @param view The SDK's view to show.
 */
export function useMeetingOnScreen(
  session: ZoomMeetingSession,
  meeting: ZoomMeetingHandle,
  view: ZoomViewType | undefined,
): MeetingOnScreen {
  const isJoined = meeting.status === 'joined';
  const [isSteady, setIsSteady] = useState(false);
  const [screen, setScreen] = useState<Screen>(isJoined ? 'shown' : 'covered');
  const [cover, setCover] = useState(meeting);
  if (!isJoined && cover !== meeting) setCover(meeting);
  const reached = nextScreen(screen, isJoined, isSteady);
  if (reached !== screen) setScreen(reached);

  useEffect(() => {
    if (!isJoined) return;
    const timer = setTimeout(() => setScreen((now) => (now === 'covered' ? uncovered() : now)), longestWait);
    return () => clearTimeout(timer);
  }, [isJoined]);

  const coverRef = useRef<HTMLDivElement>(null);
  useBrowserLayoutEffect(() => {
    if (screen !== 'fading') return;
    coverRef.current?.animate({ opacity: [1, 0] }, { duration: fadeTime, fill: 'forwards' });
    const timer = setTimeout(() => setScreen('shown'), fadeTime);
    return () => clearTimeout(timer);
  }, [screen]);

  const containerRef = useRef<HTMLDivElement>(null);
  const firstView = useRef(view);
  useInsertionEffect(() => {
    firstView.current = view;
  });
  useBrowserLayoutEffect(() => {
    const show = session.view({ firstView: () => firstView.current, onSteady: setIsSteady });
    show(containerRef.current);
    return () => show(null);
  }, [session]);
  const isInert = screen !== 'shown';
  // Not set as an attribute, because React 18 and 19 write it differently.
  useBrowserLayoutEffect(() => {
    if (containerRef.current) containerRef.current.inert = isInert;
  }, [isInert]);

  const { client } = meeting;
  const isRendered = isJoined && isSteady;
  useEffect(() => {
    // Also after a reconnection: the SDK then starts with its first view, and forgets requests from before it has rendered (6.2.0).
    if (!isRendered || !view || !client) return;
    void (async () => client.setViewType(view))().catch(() => {
      // The SDK cannot show it here.
    });
  }, [isRendered, view, client]);

  return { containerRef, cover: screen === 'shown' ? undefined : isJoined ? cover : meeting, coverRef };
}

function nextScreen(screen: Screen, isJoined: boolean, isSteady: boolean): Screen {
  if (!isJoined) return 'covered';
  return screen === 'covered' && isSteady ? uncovered() : screen;
}

/** The panel fades away, unless the user asked for less motion or the browser cannot do it. */
function uncovered(): Screen {
  const isStill = typeof matchMedia !== 'function' || matchMedia('(prefers-reduced-motion: reduce)').matches;
  return isStill || typeof Element.prototype.animate !== 'function' ? 'shown' : 'fading';
}
