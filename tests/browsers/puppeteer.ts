import { chromium } from 'playwright-core';
import puppeteer, { type LaunchOptions } from 'puppeteer-core';
import { findChromium, launchOptions } from '../../scripts/find-chromium.mjs';
import { findFirefox } from '../../scripts/find-browsers.mjs';
import { deadProxy, windowSize, type DrivenBrowser } from './driven-browser';

const [proxyHost, proxyPort] = deadProxy.split(':');

export const launchChromium = (): Promise<DrivenBrowser> =>
  launch({
    browser: 'chrome',
    executablePath: findChromium() ?? chromium.executablePath(),
    args: [...launchOptions().args, `--proxy-server=${deadProxy}`],
  });

export const launchFirefox = (): Promise<DrivenBrowser> =>
  launch({
    browser: 'firefox',
    executablePath: findFirefox()!,
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': proxyHost,
      'network.proxy.http_port': Number(proxyPort),
      'network.proxy.ssl': proxyHost,
      'network.proxy.ssl_port': Number(proxyPort),
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
    },
  });

async function launch(options: LaunchOptions): Promise<DrivenBrowser> {
  const browser = await puppeteer.launch({ ...options, headless: true, defaultViewport: windowSize });
  const [, version = ''] = /\/([\d.]+)/.exec(await browser.version()) ?? [];
  return {
    version,
    close: () => browser.close(),
    async open(address) {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      await page.goto(address);
      return {
        run: <Result, Given extends unknown[]>(inPage: (...given: Given) => Result, ...given: Given) =>
          page.evaluate(inPage as (...given: unknown[]) => unknown, ...given) as Promise<Awaited<Result>>,
        async enter(selector, text) {
          await page.type(selector, text);
          await page.keyboard.press('Enter');
        },
        screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
        close: () => context.close(),
      };
    },
  };
}
