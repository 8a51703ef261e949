/** The installed Chromium; `undefined` lets Playwright use the one that it downloaded. */
export function findChromium(): string | undefined;

/** How every browser of the tests is started: headless, with a fake camera, and with nothing that calls home. */
export function launchOptions(): { executablePath?: string; args: string[] };
