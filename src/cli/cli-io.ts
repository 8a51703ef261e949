import type { Readable } from 'node:stream';

/** The parts of its process that a command may use. */
export interface CliIo {
  stdout: (text: string) => void;
  stderr: (text: string) => void;
  stdin: Readable;
  env: Readonly<Record<string, string | undefined>>;
  cwd: string;
  colours: boolean;
}

/** Invalid usage: exit code 2. Names the field and the rule, and never a value that may be a secret. */
export class CliError extends Error {
  constructor(field: string, rule: string) {
    super(`${field} ${rule}`);
    this.name = 'CliError';
  }
}
