import type { ReactElement, ReactNode } from 'react';
import { PanelIcon, type ZoomPanelIcon } from './panel-icon';
import { usePanelSettings } from './panel-settings';

/** Props of `ZoomPanel`. */
export interface ZoomPanelFrameProps {
  /**
   * The tone, which decides the colour of the icon: `waiting` (in progress), `trouble` (somebody has to act) or `neutral`.
   * Default `neutral`.
   */
  tone?: 'waiting' | 'trouble' | 'neutral' | undefined;
  /** The icon above the title: a name, or an element of your own. Default: a spinner. */
  icon?: ZoomPanelIcon | ReactElement | undefined;
  /** The title, in a few words. */
  title: ReactNode;
  /** One or two short sentences about it. */
  text?: ReactNode;
  /** Whether a screen reader announces the title and the text at once, because the user has to act. Default false. */
  urgent?: boolean | undefined;
  /** A form, between the text and the buttons. */
  children?: ReactNode;
  /** The buttons, the most important one first. */
  actions?: ReactNode;
  /** Small print at the bottom. */
  footer?: ReactNode;
}

/**
 * The frame of the default panels: logo and title of the meeting, an icon, a title, a text and buttons. Use it in your slots,
 * so that they look like the default panels. It has to be inside a positioned element, such as `ZoomMeetingView`.
 *
 * @param props See `ZoomPanelFrameProps`.
 * @example
 * function WaitingRoom() {
 *   const { leave } = useZoomMeeting();
 *   const button = <ZoomPanelButton onClick={leave}>Leave</ZoomPanelButton>;
 *   return <ZoomPanel tone="waiting" icon="door" title="Dr. Lovelace will see you soon" actions={button} />;
 * }
 */
export function ZoomPanel({
  tone = 'neutral',
  icon,
  title,
  text,
  urgent = false,
  children,
  actions,
  footer,
}: ZoomPanelFrameProps) {
  const settings = usePanelSettings();
  return (
    <div className="rzm-panel" lang={settings.lang} data-tone={tone} style={panelStyle}>
      <div className="rzm-panel-header">
        {settings.logo && <span className="rzm-logo">{settings.logo}</span>}
        {settings.title && <span className="rzm-meeting-title">{settings.title}</span>}
      </div>
      <div className="rzm-panel-body">
        <div className="rzm-icon">{iconOf(icon)}</div>
        {/* One element for all states, so that the live region stays and a screen reader announces the change. */}
        <div role={urgent ? 'alert' : 'status'} className="rzm-message">
          <p className="rzm-title">{title}</p>
          {urgent && text && <p className="rzm-text">{text}</p>}
        </div>
        {/* Not in the live region, so that a screen reader does not announce every second. */}
        {!urgent && text && <p className="rzm-text">{text}</p>}
        {children}
        {actions && <div className="rzm-actions">{actions}</div>}
      </div>
      <div className="rzm-panel-footer">{footer}</div>
    </div>
  );
}

function iconOf(icon: ZoomPanelFrameProps['icon']): ReactNode {
  if (icon === undefined) return <span className="rzm-spinner" aria-hidden="true" />;
  return typeof icon === 'string' ? <PanelIcon name={icon} /> : icon;
}

// Readable without the stylesheet, which may override all of it.
const panelStyle = {
  position: 'absolute',
  inset: 0,
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  overflow: 'auto',
} as const;

/** Props of `ZoomPanelButton`. */
export interface ZoomPanelButtonProps {
  /** Called when it is pressed. Leave it out if the button submits a form. */
  onClick?: (() => unknown) | undefined;
  /** Whether it is less important than the others. Default false. */
  quiet?: boolean | undefined;
  /** Its text. */
  children: ReactNode;
}

/**
 * A button of a panel.
 *
 * @param props See `ZoomPanelButtonProps`.
 * @example
 * function JoinAgain() {
 *   const { join } = useZoomMeeting();
 *   return <ZoomPanelButton onClick={() => join()}>Join again</ZoomPanelButton>;
 * }
 */
export function ZoomPanelButton({ onClick, quiet, children }: ZoomPanelButtonProps) {
  return (
    <button
      type={onClick ? 'button' : 'submit'}
      className="rzm-button"
      data-quiet={quiet ? '' : undefined}
      onClick={onClick && (() => void onClick())}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button. It opens in a new tab, so that the meeting stays open. */
export function PanelLink({ href, children }: { href: string; children: ReactNode }) {
  const { strings } = usePanelSettings();
  return (
    <a className="rzm-button" href={href} target="_blank" rel="noreferrer" title={strings.newTab}>
      {children}
      <svg className="rzm-new-tab" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M5 4h7v7M12 4 4.5 11.5" fill="none" stroke="currentColor" strokeWidth="1.75" />
      </svg>
    </a>
  );
}
