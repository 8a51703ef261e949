import { existsSync } from 'node:fs';

const candidates = [
  process.env.CHROMIUM_PATH,
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
