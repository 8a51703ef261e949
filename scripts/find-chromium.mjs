import { existsSync } from 'node:fs';

const candidates = [
  process.env.CHROMIUM_PATH,
  // The headless build costs half the processor time: it has no window with an interface of its own.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The installed Chromium; `undefined` lets Playwright use the one that it downloaded.
 * @returns {string | undefined}
 */
export function findChromium() {
  return candidates.find((path) => path && existsSync(path));
}

/** How every browser of the tests is started: headless, with a fake camera, and with nothing that calls home. */
export function launchOptions() {
  const executablePath = findChromium();
  return {
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking',
      '--disable-component-update --disable-sync --font-render-hinting=none --use-fake-ui-for-media-stream --use-fake-device-for-media-stream',
    ].flatMap((line) => line.split(' ')),
  };
}
