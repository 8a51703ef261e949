import { existsSync } from 'node:fs';

const candidates = [
  process.env.CHROMIUM_PATH,
  // The headless build uses half the processor time, because it has no window of its own.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The installed Chromium, or `undefined` to let Playwright use the one that it downloaded.
 * @returns {string | undefined}
 */
export function findChromium() {
  return candidates.find((path) => path && existsSync(path));
}

/** The launch options of every browser in the tests: headless, with a fake camera and no background requests. */
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
