/** The colour scheme of the page. */
export type Scheme = 'light' | 'dark';

const system = matchMedia('(prefers-color-scheme: dark)');

/** The scheme of a theme in the toolbar: light, dark, or that of the system. */
export function schemeOf(theme: unknown): Scheme {
  if (theme === 'light' || theme === 'dark') return theme;
  return system.matches ? 'dark' : 'light';
}

/** Calls the listener when the system's scheme changes. Returns a function that removes it. */
export function onSystemScheme(listener: () => void): () => void {
  system.addEventListener('change', listener);
  return () => system.removeEventListener('change', listener);
}
