import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { Builder, By, Capabilities, Key, type WebDriver } from 'selenium-webdriver';
import { vi } from 'vitest';
import { freePort } from '../consumers/consumer';
import { deadProxy, windowSize, type DrivenBrowser } from './driven-browser';

/** WebKitGTK's test browser in a window, on a screen that only exists in memory. */
export async function launchWebKit(): Promise<DrivenBrowser> {
  const port = await freePort();
  const display = ['--auto-servernum', '--server-args=-screen 0 1400x1000x24'];
  // A group of processes, so that it ends as a whole.
  const driver = spawn('xvfb-run', [...display, 'WebKitWebDriver', `--port=${port}`], {
    detached: true,
    stdio: 'ignore',
  });
  await vi.waitFor(() => fetch(`http://localhost:${port}/status`), { timeout: 60_000, interval: 100 });
  const openSession = (): Promise<WebDriver> =>
    new Builder()
      .usingServer(`http://localhost:${port}`)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          proxy: { proxyType: 'manual', httpProxy: deadProxy, sslProxy: deadProxy, noProxy: ['localhost'] },
        }),
      )
      .build();
  const first = await openSession();
  const version = (await first.getCapabilities()).getBrowserVersion() ?? '';
  await first.quit();
  return {
    version,
    close: async () => void process.kill(-driver.pid!),
    async open(address) {
      const session = await openSession();
      await session.manage().window().setRect(windowSize);
      await session.get(address);
      return {
        run: (inPage, ...given) =>
          session.executeScript(`return (${String(inPage)})(...arguments)`, ...given),
        enter: (selector, text) => session.findElement(By.css(selector)).sendKeys(text, Key.ENTER),
        screenshot: async (path) => writeFile(path, await session.takeScreenshot(), 'base64'),
        close: () => session.quit(),
      };
    },
  };
}
