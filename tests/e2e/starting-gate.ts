import type { Page } from 'playwright-core';
import type { Bench } from './page/conformance';
import type { Harness } from './page/main';

/** How long a page may hold the gate, in ms, because some tests deliberately never join. */
const longestStart = 20_000;

let gate: Promise<unknown> = Promise.resolve();

/**
 * Lets one page of a test file start at a time. Loading the SDK and joining takes seconds of processor time, so if
 * many pages do it at once, each of them runs into timeouts. The rest of a test is mostly waiting, and runs in
 * parallel.
 * @param open Opens the page.
 */
export function oneAtATime<T extends { page: Page }>(open: () => Promise<T>): Promise<T> {
  const opened = gate.then(open);
  gate = opened.then(({ page }) => started(page)).catch(() => {});
  return opened;
}

/** Resolves when the page's first join is over, or when the page is closed. */
function started(page: Page): Promise<unknown> {
  const past = page.waitForFunction(
    () => {
      const { harness: meeting, bench: sdk } = globalThis as { harness?: Harness; bench?: Bench };
      const shown = document.querySelector<HTMLElement>('.rzm-view')?.dataset['status'];
      const statuses = [shown ?? 'idle', ...(meeting?.states.map(({ state }) => state.status) ?? [])];
      return (
        statuses.some((status) => !['idle', 'preparing', 'joining'].includes(status)) ||
        sdk?.trace.some((line) => /^join \d+ (resolves|rejects)/.test(line))
      );
    },
    undefined,
    { timeout: longestStart },
  );
  return Promise.race([past, page.waitForEvent('close', { timeout: 0 })]);
}
