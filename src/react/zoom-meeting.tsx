import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useRef,
  type CSSProperties,
  type ReactNode,
  type Ref,
} from 'react';
import type { ZoomMeetingHandle } from './meeting-handle';
import { Panel, type ZoomMeetingSlots } from './panels';
import type { UseZoomClientOptions } from './use-session';
import { useContainerRef, useMeeting } from './use-zoom-client';
import { useProvidedSession, ZoomMeetingProvider } from './zoom-meeting-provider';

/** Props of `ZoomMeetingView`. */
export interface ZoomMeetingViewProps {
  /** Your own panels. */
  slots?: ZoomMeetingSlots | undefined;
  /** The class of the view's box. The box fills its parent and is at least 320 px high. */
  className?: string | undefined;
  /** Styles of the view's box. */
  style?: CSSProperties | undefined;
}

/**
 * Shows the meeting of the `ZoomMeetingProvider` it is in, and a panel in every state without a meeting on the screen. If
 * there are several views, the one mounted last shows the meeting. Throws outside `ZoomMeetingProvider`.
 *
 * @param props See `ZoomMeetingViewProps`.
 */
export function ZoomMeetingView({ slots = {}, className, style }: ZoomMeetingViewProps) {
  const session = useProvidedSession();
  const meeting = useMeeting(session);
  const view = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  useEffect(() => {
    // The button that was pressed is gone, and so is the focus.
    if (pressed.current && document.activeElement === document.body) view.current?.focus();
    pressed.current = false;
  }, [meeting.status]);
  return (
    <div
      ref={view}
      tabIndex={-1}
      onClickCapture={() => (pressed.current = true)}
      className={`rzm-view ${className ?? ''}`}
      data-status={meeting.status}
      style={{ ...viewStyle, ...style }}
    >
      <div ref={useContainerRef(session)} style={containerStyle} />
      <Panel meeting={meeting} slots={slots} joinsByItself={session.joinsByItself()} />
    </div>
  );
}

const viewStyle = {
  position: 'relative',
  width: '100%',
  height: '100%',
  minHeight: 320,
  overflow: 'hidden',
} as const;
const containerStyle = { position: 'absolute', inset: 0 } as const;

/** Props of `ZoomMeeting`. */
export interface ZoomMeetingProps extends UseZoomClientOptions, ZoomMeetingViewProps {
  /** Your components. They can use the hooks. */
  children?: ReactNode;
}

/**
 * Joins a meeting and shows it. Recovers from errors where a retry helps, and explains the others. A `ZoomMeetingProvider`
 * and a `ZoomMeetingView` in one: its children can use the hooks. The meeting is left when the component unmounts. Its
 * props are `ZoomMeetingProps`. Its `ref` is a `ZoomMeetingHandle`, for commands from outside.
 *
 * @example
 * <ZoomMeeting meetingNumber="123 4567 890" userName="Ada" fetchSignature={fetchSignature} />
 */
export const ZoomMeeting = /* #__PURE__ */ forwardRef<ZoomMeetingHandle, ZoomMeetingProps>(
  function ZoomMeeting({ slots, className, style, children, ...options }, ref) {
    return (
      <ZoomMeetingProvider {...options}>
        {ref && <Handle to={ref} />}
        <ZoomMeetingView slots={slots} className={className} style={style} />
        {children}
      </ZoomMeetingProvider>
    );
  },
);

function Handle({ to }: { to: Ref<ZoomMeetingHandle> }) {
  const meeting = useMeeting(useProvidedSession());
  useImperativeHandle(to, () => meeting, [meeting]);
  return null;
}
