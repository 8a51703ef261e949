import pc from 'picocolors';
import { runCli } from './run-cli';

// Not process.exit(): what was printed into a pipe may still be on its way.
process.exitCode = await runCli(process.argv.slice(2), {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  stdin: process.stdin,
  env: process.env,
  cwd: process.cwd(),
  colours: pc.isColorSupported,
});
