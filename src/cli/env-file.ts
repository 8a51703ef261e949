import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { CliError } from './cli-io';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Adds the variables of a file to the environment. As with Node's `--env-file`, variables that are already set keep their values.
 */
export async function withEnvFile(
  file: string | undefined,
  env: Environment,
  cwd: string,
): Promise<Environment> {
  if (file === undefined) return env;
  let text: string;
  try {
    text = await readFile(resolve(cwd, file), 'utf8');
  } catch {
    throw new CliError('--env-file', 'must be a file that can be read, such as .env');
  }
  return { ...parseEnv(text), ...env };
}
