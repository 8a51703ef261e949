/** The installed Chromium; `undefined` lets Playwright use the one that it downloaded. */
export function findChromium(): string | undefined;
