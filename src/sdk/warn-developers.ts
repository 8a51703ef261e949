import { warnUntestedVersion } from './warn-untested-version';
import { warnWithoutIsolation } from './warn-without-isolation';

/**
 * Warns developers, during development, before the SDK is loaded.
 * @param version The version that is requested from Zoom's CDN. `undefined` for self-hosted files.
 */
export function warnDevelopers(version?: string): void {
  try {
    // Written like this, as in TanStack Query, so that bundlers replace the value, and drop the warnings in production.
    if (process.env.NODE_ENV === 'development') {
      warnWithoutIsolation();
      if (version !== undefined) warnUntestedVersion(version);
    }
  } catch {
    // A page without a bundler has no `process`. It counts as production.
  }
}
