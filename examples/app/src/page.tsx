import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

/**
 * A page with a heading. After a navigation, the heading receives the focus, so that a screen reader announces the
 * page.
 */
export function Page({ title, children }: { title: string; children?: ReactNode }) {
  const { key } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (key !== 'default') heading.current?.focus();
  }, [key]);
  return (
    <main>
      <title>{`${title} · Meetings`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </main>
  );
}
