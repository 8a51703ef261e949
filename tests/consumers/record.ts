import type { TestContext } from 'vitest';

/** A row of docs/compatibility.md. */
export interface Row {
  /** The name of its table. */
  section: string;
  /** The tested combination, in Markdown. */
  what: string;
  /** The packages' versions. */
  versions: Record<string, string>;
  /** Why it does not work and what to do instead, in one sentence. `undefined` if it works. */
  doesNotWork?: string;
}

declare module 'vitest' {
  export interface TaskMeta {
    row?: Row;
  }
}

/** Adds a row to the table that a full run writes, if the test passes. */
export function record(task: TestContext['task'], row: Row): void {
  task.meta.row = row;
}
