/** Something that happened on Zoom's side. */
export type LogEntry =
  /**
   * A call of the web front. `outcome` is `ok`, the code that `join()` is to reject with, or how the call failed;
   * `again` marks the SDK's own second try, by JSONP, after an HTTP failure.
   */
  | { kind: 'info'; outcome: InfoOutcome; signature: string; meetingNumber: string; userName: string; again?: true }
  | { kind: 'ping'; outcome: 'ok' | 'hang' | 'abort' }
  /** The SDK asks whether the meeting has started, while it waits for the host. */
  | { kind: 'poll'; outcome: 'started' | 'not-started' | 'abort' }
  | { kind: 'socket-opened'; socket: number }
  | { kind: 'socket-closed'; socket: number; by: 'sdk' | 'zoom' }
  /** The meeting's answer on the socket; `res` 0 lets the user in, or into the waiting room. */
  | { kind: 'join'; socket: number; res: number | 'silent'; waitingRoom: boolean }
  | { kind: 'admitted'; socket: number }
  | { kind: 'leave'; socket: number }
  | { kind: 'end'; socket: number }
  /** Any other call that is known and answered. */
  | { kind: 'call'; path: string };

export type InfoOutcome = number | 'ok' | 'hang' | 'abort' | 'http-500' | 'never-settles';

/** An entry with its time on the stand-in's own clock, in ms. */
export type TimedEntry<Kind extends LogEntry['kind'] = LogEntry['kind']> = Extract<LogEntry, { kind: Kind }> & {
  at: number;
};

/** What happened on Zoom's side, in order. */
export interface Log {
  readonly entries: readonly TimedEntry[];
  /** The entries of one kind. */
  of<Kind extends LogEntry['kind']>(kind: Kind): TimedEntry<Kind>[];
  add(entry: LogEntry): void;
  /** Calls `listener` at every entry; returns the way to stop it. */
  subscribe(listener: (entry: TimedEntry) => void): () => void;
  clear(): void;
}

export function createLog(now: () => number): Log {
  let entries: TimedEntry[] = [];
  const listeners = new Set<(entry: TimedEntry) => void>();
  return {
    get entries() {
      return entries;
    },
    of: <Kind extends LogEntry['kind']>(kind: Kind) =>
      entries.filter((entry): entry is TimedEntry<Kind> => entry.kind === kind),
    add(entry) {
      const timed = { ...entry, at: now() };
      entries = [...entries, timed];
      listeners.forEach((listener) => listener(timed));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear: () => void (entries = []),
  };
}
