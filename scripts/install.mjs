import { execSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';

const root = new URL('..', import.meta.url);
const time = (path) => {
  const file = new URL(path, root);
  return existsSync(file) ? statSync(file).mtimeMs : 0;
};

/** Installs the packages of the lockfile if they are missing or outdated. */
export function installPackages() {
  const installed = time('node_modules/.package-lock.json');
  if (installed && installed >= time('package-lock.json')) return;
  console.log('Installing packages. The first time, this takes a few minutes…');
  execSync('npm ci --no-audit --no-fund --loglevel=error', { cwd: root, stdio: 'inherit' });
}

/** Whether this is Debian or a derivative, and the user may install packages. */
export function canInstallDebianPackages() {
  const isDebian =
    existsSync('/etc/os-release') && /debian|ubuntu/.test(readFileSync('/etc/os-release', 'utf8'));
  return isDebian && process.getuid?.() === 0;
}
