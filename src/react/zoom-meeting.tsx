import {
  forwardRef,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  type AriaAttributes,
  type CSSProperties,
  type ReactNode,
  type Ref,
} from 'react';
import type { ZoomUserAction } from '../errors/error-codes';
import type { ZoomMeetingError } from '../errors/zoom-meeting-error';
import type { ZoomMeetingStrings } from '../languages/english';
import type { ZoomViewType } from '../sdk/zoom-sdk';
import type { ZoomMeetingHandle } from './meeting-handle';
import { formMemoryOf } from './panel/form-memory';
import { PanelSettingsContext } from './panel/panel-settings';
import { Panel, type ZoomMeetingSlots } from './panel/panels';
import { useStrings } from './panel/use-strings';
import { ZoomPanel } from './panel/zoom-panel';
import type { UseZoomClientOptions } from './use-session';
import { useMeetingOnScreen } from './use-meeting-on-screen';
import { useMeeting, usePerson } from './use-zoom-client';
import { useProvidedLanguage, useProvidedSession, ZoomMeetingProvider } from './zoom-meeting-provider';

/** The props that `ZoomMeeting` and `ZoomMeetingView` have in common. They change how the meeting and its panels look. */
export interface ZoomMeetingLook extends AriaAttributes {
  /** Your own panels. */
  slots?: ZoomMeetingSlots | undefined;
  /**
   * The element that is shown before the meeting is joined: `<ZoomLobby />`, or your own. With a lobby, `ZoomMeeting` does not
   * join automatically, unless `autoJoin` is set. A provider needs `autoJoin={false}`.
   */
  lobby?: ReactNode;
  /** The name of the meeting, shown in the panels. */
  title?: ReactNode;
  /** Your logo, shown in the panels: an `<img>` or an `<svg>`, up to 32 px high. */
  logo?: ReactNode;
  /**
   * The language of the panels: `en-US`, `de-DE`, `es-ES`, `fr-FR`, `id-ID`, `it-IT`, `ja-JP`, `ko-KR`, `nl-NL`, `pl-PL`,
   * `pt-PT`, `ru-RU`, `sv-SE`, `tr-TR`, `vi-VN`, `zh-CN` or `zh-TW`, as in SDK 6.2.0. The texts of a language are loaded when
   * it is chosen. If that fails, and for any other language, English is shown. Default: the `language` of the meeting, or else
   * English.
   */
  language?: string | undefined;
  /**
   * Your own texts for the panels, by name. They replace the default texts. `{time}` and `{code}` are replaced with values.
   * Titles have no full stop.
   *
   * @example
   * const strings = { 'waitingRoom.title': 'The doctor will see you soon' };
   */
  strings?: Partial<ZoomMeetingStrings> | undefined;
  /**
   * Called when the user presses a button for an action that only your app can perform: `sign-in`, `register`,
   * `check-meeting-number` or `contact-support`. Without `onAction`, the panels have no buttons for these actions, unless Zoom
   * provided a link.
   */
  onAction?: ((action: ZoomUserAction, error: ZoomMeetingError) => void) | undefined;
  /**
   * The SDK's view to show. It is shown when the meeting is joined and when this prop changes; users can choose another one. If
   * the SDK cannot show it, the current view stays. Without cross-origin isolation, only `gallery` and `minimized` are
   * available. Default: the view of `customize.video`, or else the gallery.
   */
  view?: ZoomViewType | undefined;
  /** The class of the view's element. The element fills its parent and is at least 240 px high. */
  className?: string | undefined;
  /** Styles of the view's element. */
  style?: CSSProperties | undefined;
  /** The id of the view's element. Attributes that start with `aria-` or `data-` are passed on to it, too. */
  id?: string | undefined;
}

/** Props of `ZoomMeetingView`. */
export type ZoomMeetingViewProps = ZoomMeetingLook;

/**
 * Shows the meeting of the `ZoomMeetingProvider` it is in, and a panel in every state in which the meeting is not visible. If
 * there are several views, the one mounted last shows the meeting.
 *
 * @param props See `ZoomMeetingViewProps`.
 * @throws An `Error` outside `ZoomMeetingProvider`.
 * @example
 * <ZoomMeetingProvider meetingNumber="123 4567 890" userName="Ada" fetchSignature={fetchSignature}>
 *   <div style={{ height: 480 }}>
 *     <ZoomMeetingView title="Weekly sync" />
 *   </div>
 * </ZoomMeetingProvider>
 */
export function ZoomMeetingView({
  slots = {},
  lobby,
  title,
  logo,
  language,
  strings: ownTexts,
  onAction,
  view,
  className,
  style,
  ...attributes
}: ZoomMeetingViewProps) {
  const session = useProvidedSession();
  const providedLanguage = useProvidedLanguage();
  const meeting = useMeeting(session);
  const texts = useStrings(language ?? providedLanguage, ownTexts);
  const memory = formMemoryOf(session);
  const person = usePerson(session);
  useEffect(() => {
    if (meeting.status === 'joined' || meeting.status === 'ended') memory.forget();
  }, [memory, meeting.status]);
  const box = useRef<HTMLDivElement>(null);
  const { containerRef, cover, coverRef } = useMeetingOnScreen(session, meeting, view);
  const pressed = useRef(false);
  useEffect(() => {
    // The pressed button has been removed, and the focus with it.
    if (pressed.current && document.activeElement === document.body) box.current?.focus();
    pressed.current = false;
  }, [meeting.status]);
  const { meetingNumber, now } = session;
  const joinsByItself = session.joinsByItself();
  const settings = useMemo(
    () => texts && { ...texts, meetingNumber, now, title, logo, onAction, memory, person },
    [texts, meetingNumber, now, title, logo, onAction, memory, person],
  );
  return (
    <div
      role={attributes['aria-label'] || attributes['aria-labelledby'] ? 'region' : undefined}
      {...attributes}
      ref={box}
      tabIndex={-1}
      onClickCapture={() => (pressed.current = true)}
      className={`rzm-view ${className ?? ''}`}
      data-status={meeting.status}
      style={{ ...viewStyle, ...style }}
    >
      <div ref={containerRef} style={containerStyle} />
      {cover && (
        <div ref={coverRef} style={containerStyle}>
          {settings ? (
            <PanelSettingsContext.Provider value={settings}>
              {lobby && cover.status === 'idle' && !joinsByItself ? (
                lobby
              ) : (
                <Panel meeting={cover} slots={slots} joinsByItself={joinsByItself} />
              )}
            </PanelSettingsContext.Provider>
          ) : (
            cover.status !== 'joined' && <ZoomPanel tone="waiting" title="" />
          )}
        </div>
      )}
    </div>
  );
}

const viewStyle = {
  position: 'relative',
  width: '100%',
  height: '100%',
  minHeight: 240,
  overflow: 'hidden',
} as const;
const containerStyle = { position: 'absolute', inset: 0 } as const;

/** Props of `ZoomMeeting`. */
export interface ZoomMeetingProps extends UseZoomClientOptions, Omit<ZoomMeetingLook, 'language'> {
  /** Your components. They can use the hooks. */
  children?: ReactNode;
}

/**
 * Joins a meeting and shows it. Retries errors that a retry can fix, and explains the others. It is a `ZoomMeetingProvider` and
 * a `ZoomMeetingView` in one, so its children can use the hooks. The meeting is left when the component unmounts. Its props are
 * `ZoomMeetingProps`. Its `ref` is a `ZoomMeetingHandle`, for code outside of the component.
 *
 * Does not throw. A failure shows a panel and calls `onError` with a `ZoomMeetingError`. Invalid options have the code
 * `INVALID_OPTIONS`.
 *
 * @example
 * <ZoomMeeting meetingNumber="123 4567 890" userName="Ada" fetchSignature={fetchSignature} />
 */
export const ZoomMeeting = /* #__PURE__ */ forwardRef<ZoomMeetingHandle, ZoomMeetingProps>(
  function ZoomMeeting(
    { slots, lobby, title, logo, strings, onAction, view, className, style, id, children, ...options },
    ref,
  ) {
    const look = { slots, lobby, title, logo, strings, onAction, view, className, style, id };
    return (
      <ZoomMeetingProvider
        {...options}
        autoJoin={lobby && options.autoJoin === undefined ? false : options.autoJoin}
      >
        {ref && <Handle to={ref} />}
        <ZoomMeetingView {...attributesOf(options)} {...look} />
        {children}
      </ZoomMeetingProvider>
    );
  },
);

/** The attributes among props: `aria-*` and `data-*`. */
const attributesOf = (props: object): AriaAttributes =>
  Object.fromEntries(Object.entries(props).filter(([name]) => /^(aria|data)-/.test(name)));

function Handle({ to }: { to: Ref<ZoomMeetingHandle> }) {
  const meeting = useMeeting(useProvidedSession());
  useImperativeHandle(to, () => meeting, [meeting]);
  return null;
}
