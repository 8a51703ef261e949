import type { Readable } from 'node:stream';

/** What a command may touch of the process it runs in. */
export interface CliIo {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  stdin: Readable;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  colours: boolean;
}

/** A command that cannot be run: exit code 2. Names the field and the rule; of values only what is no secret. */
export class CliError extends Error {
  constructor(field: string, rule: string) {
    super(`${field} ${rule}`);
    this.name = 'CliError';
  }
}
