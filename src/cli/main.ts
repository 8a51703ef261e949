import pc from 'picocolors';
import { runCli } from './run-cli';

// Not process.exit(), because output to a pipe may not have been written yet.
process.exitCode = await runCli(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  colours: pc.isColorSupported,
});
