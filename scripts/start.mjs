import { spawn } from 'node:child_process';
import { installPackages } from './install.mjs';

installPackages();
const vite = spawn(
  process.execPath,
  ['node_modules/vite/bin/vite.js', '--config', 'examples/demo/vite.config.ts', ...process.argv.slice(2)],
  { cwd: new URL('..', import.meta.url), stdio: 'inherit' },
);
vite.on('exit', (code) => process.exit(code ?? 1));
// Stopping this process also stops the server.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => vite.kill(signal));
