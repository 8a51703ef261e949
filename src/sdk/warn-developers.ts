import { warnUntestedVersion } from './warn-untested-version';
import { warnWithoutIsolation } from './warn-without-isolation';

/**
 * Warns developers, during development, before the SDK is loaded.
 * @param version The version that Zoom's CDN is asked for. `undefined` for files of the app's own.
 */
export function warnDevelopers(version?: string): void {
  try {
    // Bare, as in TanStack Query: bundlers put the value in, and drop the rest in production.
    if (process.env.NODE_ENV === 'development') {
      warnWithoutIsolation();
      if (version !== undefined) warnUntestedVersion(version);
    }
  } catch {
    // A page without a bundler has no `process`. It is production.
  }
}
