import type { CDPSession, Page } from 'playwright-core';

/** What `countCosts` counts in the page. */
interface CountedCosts {
  /** WebGL contexts that were created. */
  contexts: number;
  /** Running intervals. */
  intervals: number;
  /**
   * Listeners of the window, the document and the body, which outlive a meeting: by the file that added them, the
   * object and the event.
   */
  listeners: Record<string, number>;
}

declare global {
  interface Window {
    costs: CountedCosts;
  }
}

/** Runs in the page before anything else. */
export function countCosts() {
  const costs: CountedCosts = (window.costs = { contexts: 0, intervals: 0, listeners: {} });

  const taken = new WeakSet<object>();
  for (const { prototype } of [HTMLCanvasElement, OffscreenCanvas] as { prototype: HTMLCanvasElement }[]) {
    const { getContext } = prototype;
    prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...more: unknown[]) {
      const context = getContext.call(this, kind, ...(more as [])) as object | null;
      if (context && /webgl/.test(kind) && !taken.has(context)) {
        taken.add(context);
        costs.contexts += 1;
      }
      return context;
    } as HTMLCanvasElement['getContext'];
  }

  const running = new Set<number | undefined>();
  const { setInterval, clearInterval, clearTimeout } = window;
  window.setInterval = ((...args: Parameters<typeof setInterval>) => {
    const id = setInterval(...args);
    running.add(id);
    costs.intervals = running.size;
    return id;
  }) as typeof window.setInterval;
  const stop = (clear: (id?: number) => void) =>
    ((id?: number) => {
      running.delete(id);
      costs.intervals = running.size;
      clear(id);
    }) as typeof window.clearInterval;
  window.clearInterval = stop(clearInterval);
  // clearTimeout() and clearInterval() each clear both kinds.
  window.clearTimeout = stop(clearTimeout);

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  type Listener = EventListenerOrEventListenerObject | null;
  /** All current listeners, with the file that added each. */
  const added = new Map<EventTarget, Map<string, Map<Listener, string>>>();
  const nameOf = (target: EventTarget) =>
    target === window ? 'window' : target === document ? 'document' : target === document.body ? 'body' : '';
  const listenersOf = (target: EventTarget, type: string, options?: boolean | EventListenerOptions) => {
    const isCapture = typeof options === 'object' ? options.capture === true : options === true;
    const kind = `${type} ${isCapture}`;
    const ofTarget = added.get(target) ?? new Map<string, Map<Listener, string>>();
    added.set(target, ofTarget);
    const ofKind = ofTarget.get(kind) ?? new Map<Listener, string>();
    ofTarget.set(kind, ofKind);
    return ofKind;
  };
  const count = (name: string, change: number) => {
    costs.listeners[name] = (costs.listeners[name] ?? 0) + change;
  };
  EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
    addEventListener.call(this, type, listener, options);
    const target = nameOf(this ?? window);
    const isOnce = typeof options === 'object' && options.once === true;
    const listeners = target && !isOnce && listenersOf(this ?? window, type, options);
    if (!listeners || !listener || listeners.has(listener)) return;
    // Skips the line of the error itself and that of this function.
    const [, , caller = ''] = (new Error().stack ?? '').split('\n');
    const file = /([^/]+\.js)/.exec(caller)?.[1] ?? 'the page';
    const name = `${file}: ${target} ${type}`;
    listeners.set(listener, name);
    count(name, 1);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type, listener, options) {
    removeEventListener.call(this, type, listener, options);
    const listeners = nameOf(this ?? window) && listenersOf(this ?? window, type, options);
    const name = listeners && listeners.get(listener);
    if (!name) return;
    listeners.delete(listener);
    count(name, -1);
  };
}

/** Whether a file of the SDK added a listener, according to its key in `listeners`. */
export const isOfTheSdk = (name: string) =>
  /^(zoomus-websdk-embedded\.umd|js_media|react|react-dom)\.min\.js: /.test(name);

/** The number of contexts that the page has created so far. */
export const webglContexts = (page: Page) => page.evaluate(() => window.costs.contexts);

/** The resources that a page holds. */
export interface Held {
  nodes: number;
  listeners: number;
  /** In bytes. */
  heap: number;
  contexts: number;
  intervals: number;
  /** The listeners of the window, the document and the body, each with its file. */
  named: Record<string, number>;
}

/** Counts the page's resources after a garbage collection. */
export async function countHeld(page: Page, cdp: CDPSession): Promise<Held> {
  // The SDK's workers and timers of the previous meeting end within seconds.
  await page.waitForTimeout(5000);
  await cdp.send('Performance.enable');
  for (let round = 0; round < 3; round += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)!.value;
  const { contexts, intervals, listeners } = await page.evaluate(() => window.costs);
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    heap: metric('JSHeapUsedSize'),
    contexts,
    intervals,
    named: listeners,
  };
}

/** What each of these cycles added. Of the listeners, only those whose number has increased. */
export function growth(first: Held, last: Held, cycles: number): Held {
  const added = (name: keyof Omit<Held, 'named'>) => (last[name] - first[name]) / cycles;
  const named = Object.entries(last.named)
    .map(([name, count]) => [name, (count - (first.named[name] ?? 0)) / cycles] as const)
    .filter(([, count]) => count > 0);
  return {
    nodes: added('nodes'),
    listeners: added('listeners'),
    heap: added('heap'),
    contexts: added('contexts'),
    intervals: added('intervals'),
    named: Object.fromEntries(named),
  };
}
