import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { vi } from 'vitest';
import { freePort } from '../consumers/consumer';
import { deadProxy, windowSize, type DrivenBrowser, type DrivenPage } from './driven-browser';
import { connectTo } from './webdriver';

const capabilities = {
  alwaysMatch: {
    browserName: 'MiniBrowser',
    proxy: { proxyType: 'manual', httpProxy: deadProxy, sslProxy: deadProxy, noProxy: ['localhost'] },
  },
};

interface Session {
  sessionId: string;
  capabilities: { browserVersion: string };
}

/** WebKitGTK's test browser in a window on a virtual screen. */
export async function launchWebKit(): Promise<DrivenBrowser> {
  const first = await startSession();
  await first.end();
  // Each page ends its own driver.
  return { version: first.version, close: async () => {}, open };
}

/**
 * A session with its own driver. About one time in 30, the driver never finds the browser that it has started
 * (2.50.6). In this case, another driver is started before the test begins.
 */
async function startSession(attempt = 1) {
  const port = await freePort();
  const display = ['--auto-servernum', '--server-args=-screen 0 1400x1000x24'];
  // A process group, so that all of it can be ended at once.
  const xvfb = spawn('xvfb-run', [...display, 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
  });
  const kill = () => process.kill(-xvfb.pid!);
  const driver = connectTo(`http://localhost:${port}`);
  try {
    await vi.waitFor(() => driver.get('/status'), { timeout: 60_000, interval: 100 });
    // Starting takes a second.
    const session = await driver.post<Session>('/session', { capabilities }, 20_000);
    const path = `/session/${session.sessionId}`;
    return {
      driver,
      path,
      version: session.capabilities.browserVersion,
      async end() {
        await driver.delete(path);
        kill();
      },
    };
  } catch (error) {
    kill();
    if (attempt === 3) throw error;
    return startSession(attempt + 1);
  }
}

async function open(address: string): Promise<DrivenPage> {
  const { driver, path: session, end } = await startSession();
  await driver.post(`${session}/window/rect`, windowSize);
  await driver.post(`${session}/url`, { url: address });
  return {
    run: <Result, Given extends unknown[]>(inPage: (...given: Given) => Result, ...given: Given) =>
      driver.post<Awaited<Result>>(`${session}/execute/sync`, {
        script: `return (${String(inPage)})(...arguments)`,
        args: given,
      }),
    async enter(selector, text) {
      const found = await driver.post<object>(`${session}/element`, {
        using: 'css selector',
        value: selector,
      });
      const [element] = Object.values(found);
      await driver.post(`${session}/element/${element}/value`, { text: `${text}${enterKey}` });
    },
    screenshot: async (path) => writeFile(path, await driver.get<string>(`${session}/screenshot`), 'base64'),
    close: end,
  };
}

/** The Enter key in WebDriver. */
const enterKey = '\uE007';
