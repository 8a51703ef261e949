const recipe =
  'https://github.com/react-zoom-meeting/react-zoom-meeting/blob/main/docs/recipes/cross-origin-isolation.md';

let hasWarned = false;

/**
 * Warns developers, once per page, about what the SDK leaves out on a page that is not cross-origin isolated. Where nothing can
 * be isolated, as in jsdom, there is nothing to say. Call it only during development, so that bundlers leave it out of
 * production.
 */
export function warnWithoutIsolation(): void {
  if (hasWarned || globalThis.crossOriginIsolated !== false) return;
  hasWarned = true;
  console.warn(
    'react-zoom-meeting: This page is not cross-origin isolated, so the SDK may show only one video at a time. ' +
      'Some views, virtual backgrounds and sending 720p video are also unavailable. Send the headers ' +
      '"Cross-Origin-Opener-Policy: same-origin" and "Cross-Origin-Embedder-Policy: require-corp" with the page: ' +
      recipe,
  );
}
