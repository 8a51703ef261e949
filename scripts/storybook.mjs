import { spawn } from 'node:child_process';
import { installPackages } from './install.mjs';

installPackages();
const storybook = spawn(
  process.execPath,
  [
    'node_modules/storybook/dist/bin/dispatcher.js',
    'dev',
    '-p',
    '6006',
    '--no-open',
    '--disable-telemetry',
    ...process.argv.slice(2),
  ],
  { cwd: new URL('..', import.meta.url), stdio: 'inherit' },
);
storybook.on('exit', (code) => process.exit(code ?? 1));
// Stopping this process also stops the server.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => storybook.kill(signal));
