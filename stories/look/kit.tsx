import type { ComponentProps, ReactNode } from 'react';
import './kit.css';

/** A button of a story. */
export function Button({ primary = false, ...props }: ComponentProps<'button'> & { primary?: boolean }) {
  return <button type="button" className="kit-button" data-primary={primary || undefined} {...props} />;
}

/** A meeting, with the app's own content beside it. */
export function Split({ children }: { children: ReactNode }) {
  return <div className="kit-split">{children}</div>;
}

/** The content that an app shows. `code` names the hook that provides it. */
export function Card({ title, code, children }: { title: ReactNode; code?: string; children: ReactNode }) {
  return (
    <section className="kit-card">
      <header>
        <h2>{title}</h2>
        {code && <code>{code}</code>}
      </header>
      {children}
    </section>
  );
}

/** Buttons for events that the app does not control. */
export function Stimuli({ children }: { children: ReactNode }) {
  return (
    <div className="kit-stimuli" role="group" aria-label="What happens in Zoom">
      <span aria-hidden="true">What happens in Zoom</span>
      <div className="kit-buttons">{children}</div>
    </div>
  );
}

/** Buttons side by side. */
export const Buttons = ({ children }: { children: ReactNode }) => (
  <div className="kit-buttons">{children}</div>
);

/** A short status label. */
export const Badge = ({
  tone,
  ...props
}: ComponentProps<'span'> & { tone?: 'good' | 'waiting' | undefined }) => (
  <span className="kit-badge" data-tone={tone} {...props} />
);

/** The header of an overview page. */
export function PageHead({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header className="kit-head">
      <h1>{title}</h1>
      <p>{children}</p>
    </header>
  );
}
