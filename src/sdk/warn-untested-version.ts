import { testedSdkVersions } from './tested-versions';

const table =
  'https://github.com/react-zoom-meeting/react-zoom-meeting/blob/main/docs/compatibility.md#sdk-versions';

const warned = new Set<string>();

/**
 * Warns developers, once per page and version, about an SDK version that this library was not tested with. Call it only during
 * development, so that bundlers leave it out of production.
 */
export function warnUntestedVersion(version: string): void {
  if (warned.has(version) || testedSdkVersions.includes(version)) return;
  warned.add(version);
  console.warn(
    `react-zoom-meeting: SDK ${version} is not tested with this version of the library. ` +
      `Tested versions: ${testedSdkVersions.join(', ')}. See ${table}`,
  );
}
