import type { CDPSession, Page } from 'playwright-core';

/** What `countCosts` counts in the page. */
interface CountedCosts {
  /** WebGL contexts that were created. */
  contexts: number;
  /** Running intervals and pending timeouts. */
  timers: number;
  /** Running intervals. */
  intervals: number;
  /** Counts the listeners of all objects that still exist, by the file that added them, the object and the event. */
  countListeners: () => Record<string, number>;
}

declare global {
  interface Window {
    costs: CountedCosts;
  }
}

/** Runs in the page before anything else. */
export function countCosts() {
  const costs: CountedCosts = (window.costs = {
    contexts: 0,
    timers: 0,
    intervals: 0,
    countListeners: () => ({}),
  });

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

  const running = new Map<number | undefined, 'interval' | 'timeout'>();
  const { setInterval, setTimeout, clearInterval, clearTimeout } = window;
  const note = (change: () => void) => {
    change();
    costs.timers = running.size;
    costs.intervals = [...running.values()].filter((kind) => kind === 'interval').length;
  };
  window.setInterval = ((...args: Parameters<typeof setInterval>) => {
    const id = setInterval(...args);
    note(() => running.set(id, 'interval'));
    return id;
  }) as typeof window.setInterval;
  window.setTimeout = ((handler: TimerHandler, ms?: number, ...args: unknown[]) => {
    if (typeof handler !== 'function') return setTimeout(handler, ms, ...args);
    const id = setTimeout(() => {
      note(() => running.delete(id));
      handler(...args);
    }, ms);
    note(() => running.set(id, 'timeout'));
    return id;
  }) as typeof window.setTimeout;
  const stop = (clear: (id?: number) => void) =>
    ((id?: number) => {
      note(() => running.delete(id));
      clear(id);
    }) as typeof window.clearInterval;
  window.clearInterval = stop(clearInterval);
  // clearTimeout() and clearInterval() each clear both kinds.
  window.clearTimeout = stop(clearTimeout);

  const { addEventListener, removeEventListener } = EventTarget.prototype;
  type Listener = EventListenerOrEventListenerObject;
  /** The listeners of each object, by event, with the file that added each. */
  const listening = new WeakMap<EventTarget, Map<string, Map<Listener, string>>>();
  const targets: WeakRef<EventTarget>[] = [];
  const listenersOf = (target: EventTarget, type: string, options?: boolean | EventListenerOptions) => {
    const isCapture = typeof options === 'object' ? options.capture === true : options === true;
    const event = `${type}${isCapture ? ', captured' : ''}`;
    let ofTarget = listening.get(target);
    if (!ofTarget) {
      ofTarget = new Map();
      listening.set(target, ofTarget);
      targets.push(new WeakRef(target));
    }
    const ofEvent = ofTarget.get(event) ?? new Map<Listener, string>();
    ofTarget.set(event, ofEvent);
    return ofEvent;
  };
  EventTarget.prototype.addEventListener = function (this: EventTarget, type, listener, options) {
    addEventListener.call(this, type, listener, options);
    const isOnce = typeof options === 'object' && options.once === true;
    if (!listener || isOnce) return;
    const listeners = listenersOf(this ?? window, type, options);
    if (listeners.has(listener)) return;
    // Skips the line of the error itself and that of this function.
    const [, , caller = ''] = (new Error().stack ?? '').split('\n');
    listeners.set(listener, /([^/]+\.js)/.exec(caller)?.[1] ?? 'the page');
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, type, listener, options) {
    removeEventListener.call(this, type, listener, options);
    if (listener) listenersOf(this ?? window, type, options).delete(listener);
  };
  const nameOf = (target: EventTarget) =>
    target === window
      ? 'window'
      : target === document
        ? 'document'
        : target === document.body
          ? 'body'
          : target.constructor.name;
  costs.countListeners = () => {
    const counts: Record<string, number> = {};
    for (const target of targets.map((one) => one.deref())) {
      if (!target) continue;
      for (const [event, listeners] of listening.get(target)!) {
        for (const file of listeners.values()) {
          const name = `${file}: ${nameOf(target)} ${event}`;
          counts[name] = (counts[name] ?? 0) + 1;
        }
      }
    }
    return counts;
  };
}

/** Whether a file of the SDK added a listener, according to its key in `named`. */
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
  timers: number;
  intervals: number;
  /** The listeners, except for those that are called once, by their file, their object and their event. */
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
  const { contexts, timers, intervals, named } = await page.evaluate(() => {
    const { contexts, timers, intervals, countListeners } = window.costs;
    return { contexts, timers, intervals, named: countListeners() };
  });
  return {
    nodes: metric('Nodes'),
    listeners: metric('JSEventListeners'),
    heap: metric('JSHeapUsedSize'),
    contexts,
    timers,
    intervals,
    named,
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
    timers: added('timers'),
    intervals: added('intervals'),
    named: Object.fromEntries(named),
  };
}
