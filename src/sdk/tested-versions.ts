/**
 * The versions of `@zoom/meetingsdk` that `npm run test:sdks` runs its scenarios on, in order. docs/compatibility.md has the
 * results.
 */
export const testedSdkVersions: readonly string[] = [
  '4.0.7',
  '5.0.4',
  '5.1.4',
  '6.0.0',
  '6.0.2',
  '6.1.0',
  '6.2.0',
];

/** The version that every other test runs on, and that `scriptSdk` loads by default. */
export const defaultSdkVersion = '6.2.0';
