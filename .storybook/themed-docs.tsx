import { DocsContainer, type DocsContainerProps } from '@storybook/addon-docs/blocks';
import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type PropsWithChildren } from 'react';
import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { themes } from './brand';
import { onSystemScheme, schemeOf, type Scheme } from './scheme';

interface Globals {
  globals: Record<string, unknown>;
}

/** The current scheme of a theme in the toolbar. */
export const useScheme = (theme: unknown): Scheme =>
  useSyncExternalStore(onSystemScheme, () => schemeOf(theme));

/** A page of the docs in the theme set in the toolbar. */
export function ThemedDocs({ context, children }: PropsWithChildren<DocsContainerProps>) {
  const { channel } = context;
  const [theme, setTheme] = useState(() => {
    const [latest] = (channel.last(GLOBALS_UPDATED) ?? channel.last(SET_GLOBALS) ?? []) as Globals[];
    return latest?.globals['theme'];
  });
  useEffect(() => {
    const follow = ({ globals }: Globals) => setTheme(globals['theme']);
    channel.on(GLOBALS_UPDATED, follow);
    return () => channel.off(GLOBALS_UPDATED, follow);
  }, [channel]);
  const scheme = useScheme(theme);
  useLayoutEffect(() => {
    document.documentElement.dataset['scheme'] = scheme;
    return () => delete document.documentElement.dataset['scheme'];
  }, [scheme]);
  return (
    <DocsContainer context={context} theme={themes[scheme]}>
      {children}
    </DocsContainer>
  );
}
