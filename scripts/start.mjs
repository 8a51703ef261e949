import { spawn } from 'node:child_process';
import { installPackages } from './install.mjs';

/** The demo, unless another configuration is given. */
const args = process.argv.slice(2);
const config = args.includes('--config') ? [] : ['--config', 'examples/demo/vite.config.ts'];

installPackages();
const vite = spawn(process.execPath, ['node_modules/vite/bin/vite.js', ...config, ...args], {
  cwd: new URL('..', import.meta.url),
  stdio: 'inherit',
});
vite.on('exit', (code) => process.exit(code ?? 1));
// Stopping this process also stops the server.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => vite.kill(signal));
