import { spawn } from 'node:child_process';
import { installPackages } from './install.mjs';

/** Installs missing packages and runs the server of one of them. Stopping this process also stops the server. */
export function serve(script, args) {
  installPackages();
  const server = spawn(process.execPath, [`node_modules/${script}`, ...args], {
    cwd: new URL('..', import.meta.url),
    stdio: 'inherit',
  });
  server.on('exit', (code) => process.exit(code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
}
