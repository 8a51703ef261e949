import { existsSync } from 'node:fs';

const firstOf = (...paths) => paths.find((path) => path && existsSync(path));

/**
 * The installed Firefox.
 * @returns {string | undefined}
 */
export function findFirefox() {
  return firstOf(
    process.env.FIREFOX_PATH,
    '/usr/bin/firefox-esr',
    '/usr/bin/firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  );
}

/** The missing programs of WebKitGTK's test browser, by the Debian package that contains them. */
function missingForWebKit() {
  return [
    ...(existsSync('/usr/bin/WebKitWebDriver') ? [] : ['webkit2gtk-driver']),
    ...(existsSync('/usr/bin/xvfb-run') ? [] : ['xvfb']),
  ];
}

/** The command that installs the missing browsers, or `undefined` if none is missing. */
export function installBrowsersCommand() {
  const packages = [...(findFirefox() ? [] : ['firefox-esr']), ...missingForWebKit()];
  return packages.length === 0 ? undefined : `apt-get update && apt-get install ${packages.join(' ')}`;
}
