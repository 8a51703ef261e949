import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './find-chromium.mjs';
import { canInstallDebianPackages } from './install.mjs';

/** Makes sure that a Chromium exists for the end-to-end tests, or says in one sentence what to do. */
export async function installChromium() {
  if (findChromium()) return;
  if (canInstallDebianPackages()) {
    console.log('Installing Debian’s Chromium…');
    execSync(
      'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium-headless-shell',
      {
        stdio: ['ignore', 'ignore', 'inherit'],
      },
    );
    if (findChromium()) return;
  }
  const { chromium } = await import('playwright-core');
  if (existsSync(chromium.executablePath())) return;
  try {
    execSync('npx playwright-core install chromium', { stdio: 'inherit' });
  } catch {
    throw new Error(
      'The end-to-end tests need Chromium: install it, or set CHROMIUM_PATH to one, and run npm test again.',
    );
  }
}
