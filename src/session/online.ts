import { onlineManager } from '@tanstack/react-query';

/**
 * Whether the page is online, as TanStack Query sees it. Query assumes that a page is online until it changes, so the
 * browser is asked as well.
 */
export function isOnline(): boolean {
  return onlineManager.isOnline() && (globalThis as { navigator?: Navigator }).navigator?.onLine !== false;
}

/** Calls the listener on each change. Returns a function that stops it. */
export function watchOnline(listener: (online: boolean) => void): () => void {
  let before = isOnline();
  const check = () => {
    const online = isOnline();
    if (online === before) return;
    before = online;
    listener(online);
  };
  const stop = onlineManager.subscribe(check);
  const stopWatching = () => {
    keepUntilOnline();
    stop();
  };
  if (typeof window === 'undefined') return stopWatching;
  window.addEventListener('online', check);
  window.addEventListener('offline', check);
  return () => {
    // A test runner may have removed the page, and its listeners. Query would also throw.
    if (typeof window === 'undefined') return;
    stopWatching();
    window.removeEventListener('online', check);
    window.removeEventListener('offline', check);
  };
}

/** Calls the function at once or as soon as the page is online. Returns a function that stops waiting. */
export function whenOnline(callback: () => void): () => void {
  if (isOnline()) {
    callback();
    return () => {};
  }
  const stop = watchOnline((online) => {
    if (!online) return;
    stop();
    callback();
  });
  return stop;
}

let isKept = false;

/** Query notices that the page is online again only while it has a listener. Without this, the next meeting would wait forever. */
function keepUntilOnline(): void {
  if (isKept || onlineManager.isOnline()) return;
  isKept = true;
  const stop = onlineManager.subscribe((online) => {
    if (!online) return;
    isKept = false;
    stop();
  });
}
