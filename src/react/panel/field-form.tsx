import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { usePanelSettings } from './panel-settings';
import { ZoomPanelButton } from './zoom-panel';

/** A form with one field and a button that joins. The field has the focus. */
export function FieldForm({
  label,
  type,
  read,
  error,
  onSubmit,
  onCancel,
}: {
  label: string;
  type: 'password' | 'email';
  /**
   * The value that the form starts with. A function, because a prop can be read in React's tree, and an attribute in the document:
   * a recording of the page would contain the passcode.
   */
  read: () => string | undefined;
  /** Why the last value was not accepted. */
  error?: ReactNode;
  onSubmit: (value: string) => void;
  onCancel: () => unknown;
}) {
  const { strings } = usePanelSettings();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const startWith = useRef(read);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const field = input.current!;
    field.value = startWith.current() ?? '';
    // The user has to type next.
    field.focus({ preventScroll: true });
    field.select();
  }, []);
  const isPassword = type === 'password';
  return (
    <form
      className="rzm-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(input.current?.value.trim() ?? '');
      }}
    >
      <label className="rzm-label" htmlFor={id}>
        {label}
      </label>
      <div className="rzm-field">
        <input
          ref={input}
          id={id}
          className="rzm-input"
          type={isPassword && isShown ? 'text' : type}
          autoComplete={isPassword ? 'off' : 'email'}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          spellCheck={false}
          required
        />
        {isPassword && (
          <button
            type="button"
            className="rzm-reveal"
            aria-pressed={isShown}
            aria-label={strings['passcode.show']}
            onClick={() => setShown(!isShown)}
          >
            <Eye isOpen={isShown} />
          </button>
        )}
      </div>
      {error && (
        <p className="rzm-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      <div className="rzm-actions">
        <ZoomPanelButton>{strings['button.join']}</ZoomPanelButton>
        <ZoomPanelButton quiet onClick={onCancel}>
          {strings['button.cancel']}
        </ZoomPanelButton>
      </div>
    </form>
  );
}

function Eye({ isOpen }: { isOpen: boolean }) {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M2.5 12c2.5-4.5 5.7-6.5 9.5-6.5s7 2 9.5 6.5c-2.5 4.5-5.7 6.5-9.5 6.5s-7-2-9.5-6.5zM12 9a3 3 0 1 1 0 6a3 3 0 0 1 0-6z" />
      {!isOpen && <path d="M4 4l16 16" />}
    </svg>
  );
}
