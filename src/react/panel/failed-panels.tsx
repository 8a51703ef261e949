import type { ReactNode } from 'react';
import { errorTextName } from '../../errors/error-texts';
import type { ZoomMeetingError } from '../../errors/zoom-meeting-error';
import { FieldForm } from './field-form';
import { failureButton, failureHint, failureLooks } from './failure-actions';
import { fill, usePanelSettings } from './panel-settings';
import type { ZoomPanelProps } from './panels';
import { PanelLink, ZoomPanel, ZoomPanelButton } from './zoom-panel';

/** Asks for the passcode. Shows an error if one was entered before, and keeps it. */
export function PasscodePanel({ meeting, state }: ZoomPanelProps<'failed'>) {
  const { strings, memory } = usePanelSettings();
  const isAnotherTry = memory.read().password !== undefined;
  return (
    <ZoomPanel
      urgent
      icon="lock"
      title={strings['passcode.title']}
      footer={<SupportCode error={state.error} />}
    >
      <FieldForm
        label={strings['passcode.label']}
        type="password"
        read={() => memory.read().password}
        error={isAnotherTry && strings['passcode.wrong']}
        onCancel={meeting.cancel}
        onSubmit={(entered) => void meeting.join(memory.add({ password: entered }))}
      />
    </ZoomPanel>
  );
}

/** Asks for the email address. */
export function EmailPanel({ meeting, state }: ZoomPanelProps<'failed'>) {
  const { strings, memory } = usePanelSettings();
  return (
    <ZoomPanel
      urgent
      icon="mail"
      title={strings['email.title']}
      text={strings['email.text']}
      footer={<SupportCode error={state.error} />}
    >
      <FieldForm
        label={strings['email.label']}
        type="email"
        read={() => memory.read().userEmail}
        onCancel={meeting.cancel}
        onSubmit={(userEmail) => void meeting.join(memory.add({ userEmail }))}
      />
    </ZoomPanel>
  );
}

/** Any other failure: what happened, and the one thing that helps. */
export function FailedPanel({ meeting, state: { error } }: ZoomPanelProps<'failed'>) {
  const { strings, meetingNumber, onAction, memory } = usePanelSettings();
  const { icon } = failureLooks[error.userAction];
  const hint = failureHint(error);
  const button = failureButton(error, meetingNumber, onAction !== undefined);
  const retryHelps = error.userAction === 'try-again' || error.userAction === 'none';
  const details = detailsForDevelopers();
  return (
    <ZoomPanel
      urgent
      tone="trouble"
      icon={icon}
      title={strings[`error.${errorTextName(error.code)}`]}
      text={hint && strings[hint]}
      actions={
        <>
          {button?.href !== undefined && <PanelLink href={button.href}>{strings[button.text]}</PanelLink>}
          {button && button.href === undefined && (
            <ZoomPanelButton onClick={() => onAction?.(error.userAction, error)}>
              {strings[button.text]}
            </ZoomPanelButton>
          )}
          <ZoomPanelButton
            quiet={button !== undefined || !retryHelps}
            onClick={() => meeting.join(memory.read())}
          >
            {strings['button.tryAgain']}
          </ZoomPanelButton>
        </>
      }
      footer={
        <>
          <SupportCode error={error} />
          {details?.(error, strings.forDevelopers)}
        </>
      }
    />
  );
}

/** The details that a user can give to support. */
function SupportCode({ error }: { error: ZoomMeetingError }) {
  const { strings } = usePanelSettings();
  return <p className="rzm-code">{fill(strings.supportCode, { code: error.code })}</p>;
}

/** Bundlers replace the value, and leave the details out of a production build. A page without a bundler counts as production. */
function detailsForDevelopers() {
  try {
    return process.env.NODE_ENV === 'development' ? renderDetails : undefined;
  } catch {
    return undefined;
  }
}

function renderDetails(error: ZoomMeetingError, summary: string): ReactNode {
  return (
    <details className="rzm-details">
      <summary>{summary}</summary>
      <p>{error.message}</p>
      <ul>
        {error.findings.map(({ id, cause, cure, evidence }) => (
          <li key={id}>
            <strong>{cause}</strong> {cure} <small>{evidence}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}
