import { oncePerSession } from './once-per-session';

/** Calls its listeners when an action of a session has settled. The SDK has no event for some of what actions change. */
export interface SettledActions {
  announce(): void;
  subscribe(listener: () => void): () => void;
}

/** The actions of a session. */
export const settledActionsOf = /* #__PURE__ */ oncePerSession((): SettledActions => {
  const listeners = new Set<() => void>();
  return {
    announce() {
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
});
