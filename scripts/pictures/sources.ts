import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the pictures. */
export const picturesFolder = join(root, 'docs/pictures');

const panels = ['src/react/panel', 'src/react/styles.css', 'src/languages/english.ts'];

/** The pictures, each with the files and folders that it shows. */
export const pictures = {
  tour: [...panels, 'examples/demo', 'stories/real-sdk/usual-code.ts'],
  demo: [...panels, 'examples/demo', 'stories/real-sdk/usual-code.ts'],
  joined: ['examples/app/src', 'src/react/styles.css'],
  states: ['tests/screenshots/expected'],
  lobby: ['tests/screenshots/expected'],
  doctor: ['src/cli/doctor-report.ts', 'src/signature/inspect-signature.ts', 'src/cli/judge-clock.ts'],
} as const;
export type Picture = keyof typeof pictures;

/** A hash of what a picture shows. Changes to comments and formatting do not affect it. */
export function hashOf(picture: Picture): string {
  const hash = createHash('sha256');
  for (const file of pictures[picture].flatMap(filesIn).sort()) hash.update(file).update(contentOf(file));
  return hash.digest('hex').slice(0, 16);
}

/** The files below a path, relative to the root of the repository. */
function filesIn(path: string): string[] {
  if (!statSync(join(root, path)).isDirectory()) return [path];
  return (
    readdirSync(join(root, path), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll('\\', '/'))
      // Excludes packages and the cache of a development server.
      .filter((file) => !file.includes('/node_modules/'))
  );
}

function contentOf(file: string): string | Buffer {
  const content = readFileSync(join(root, file));
  const loader = /\.(tsx?|css)$/.exec(file)?.[1];
  if (loader !== 'ts' && loader !== 'tsx' && loader !== 'css') return content;
  return transformSync(String(content), { loader, minifyWhitespace: true, legalComments: 'none' }).code;
}
