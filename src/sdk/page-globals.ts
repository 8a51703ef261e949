/**
 * Gives the SDK's scripts globals of their own, so that the page never sees them and they never see the page's.
 *
 * The SDK needs a global `React` 18, and the page may have one for its own purposes. While our scripts load, each name is
 * an accessor whose value depends on the calling script. A global that cannot be redefined (a top-level `var`) is set aside instead.
 *
 * @param isOurs Whether a script of the SDK is running: classic scripts run one at a time.
 * @returns `ours`, what our scripts have set, and `restore`, which gives the page its globals back.
 */
export function borrowGlobals(names: readonly string[], isOurs: () => boolean) {
  const page = window as unknown as Record<string, unknown>;
  const ours: Record<string, unknown> = {};
  const restores = names.map((name) => {
    const before = Object.getOwnPropertyDescriptor(window, name);
    let theirs = page[name];
    if (before && !before.configurable) {
      page[name] = undefined;
      Object.defineProperty(ours, name, { get: () => page[name] });
      return () => {
        page[name] = theirs;
      };
    }
    Object.defineProperty(window, name, {
      configurable: true,
      get: () => (isOurs() ? ours[name] : theirs),
      set: (value: unknown) => {
        if (isOurs()) ours[name] = value;
        else theirs = value;
      },
    });
    return () => {
      if (before && 'value' in before) Object.defineProperty(window, name, { ...before, value: theirs });
      else if (before) Object.defineProperty(window, name, before);
      else {
        Reflect.deleteProperty(page, name);
        if (theirs !== undefined) page[name] = theirs;
      }
    };
  });
  return {
    ours,
    restore: () => restores.forEach((restore) => restore()),
  };
}

/**
 * Hides the page's AMD loader from the SDK's scripts, including those that the SDK loads itself when it joins: they are
 * UMD bundles that would register with it instead of doing what the SDK waits for.
 */
export function hideAmd(isOurs: () => boolean): void {
  const { define } = window as { define?: { amd?: unknown } };
  const amd = define?.amd;
  if (!define || !amd || Object.getOwnPropertyDescriptor(define, 'amd')?.get) return;
  Object.defineProperty(define, 'amd', {
    configurable: true,
    enumerable: true,
    get: () => (isOurs() ? undefined : amd),
  });
}
