/** The SDK version that `scriptSdk` loads by default; a test compares the two. */
export const defaultSdkVersion = '6.2.0';

/** The SDK versions that the library is tested with, in order; a test compares the two lists. */
export const testedSdkVersions: readonly string[] = [
  '4.0.7',
  '5.0.4',
  '5.1.4',
  '6.0.0',
  '6.0.2',
  '6.1.0',
  '6.2.0',
];

/**
 * Whether this is a version that can be copied: SDKs before 4.0.7 have other files. An accepted text contains no control
 * characters, wherever it comes from.
 */
export function isSupportedSdk(version: string): boolean {
  const [, ...numbers] = /^(\d+)\.(\d+)\.(\d+)(?:-[\w.]+)?$/.exec(version) ?? [];
  const [major = 0, minor = 0, patch = 0] = numbers.map(Number);
  return major > 4 || (major === 4 && (minor > 0 || patch >= 7));
}

/** The scripts that `scriptSdk({ baseUrl })` adds to the page: their paths in `dist` of `@zoom/meetingsdk`, and below `baseUrl`. */
export const scriptFiles: readonly string[] = [
  'zoomus-websdk-embedded.umd.min.js',
  'lib/vendor/react.min.js',
  'lib/vendor/react-dom.min.js',
];

/** The files that a join needs. The SDK itself loads the last one. */
export const requiredFiles: readonly string[] = [...scriptFiles, 'lib/av/js_media.min.js'];

/**
 * Whether a file of `dist` is needed: the three scripts, and the folder that `assetPath` points at, of which the SDK fetches what
 * the browser can use; and the pictures for virtual backgrounds, without which the SDK throws an uncaught error (6.2.0). Component
 * View's other images come from Zoom's CDN in any case, and the rest (45 MB) is for Client View.
 */
export function isSdkFile(path: string): boolean {
  const isPlain = path.split('/').every((part) => /^[\w][\w.-]*$/.test(part));
  return isPlain && (requiredFiles.includes(path) || /^lib\/(av|image)\//.test(path));
}
