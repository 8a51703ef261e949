import { fileURLToPath } from 'node:url';
import { installPackages } from './install.mjs';

/**
 * Imports a TypeScript module of this folder. Installs missing packages first, so a command also works in a new clone.
 * @param {string} path Relative to this folder.
 */
export async function importTypeScript(path) {
  installPackages();
  const { runnerImport } = await import('vite');
  const { module } = await runnerImport(fileURLToPath(new URL(path, import.meta.url)));
  return module;
}
