import { Readable } from 'node:stream';
import { runCli } from '../../../src/cli/run-cli';

export interface CliRun {
  exitCode: number;
  stdout: string;
  stderr: string;
}

/** Runs the command line as users do, but in this process. */
export async function cli(
  args: readonly string[],
  {
    env = {},
    stdin = '',
    cwd = process.cwd(),
  }: { env?: Record<string, string>; stdin?: string; cwd?: string } = {},
): Promise<CliRun> {
  let stdout = '';
  let stderr = '';
  const exitCode = await runCli(args, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    stdin: Readable.from([stdin]),
    env,
    cwd,
    colours: false,
  });
  return { exitCode, stdout, stderr };
}
