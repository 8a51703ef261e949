import { build } from 'esbuild';
import { expect, it } from 'vitest';

/**
 * The bundle of an app that imports these names: the code that the page loads at once, and the code that it may
 * load later.
 */
async function bundle(...names: string[]): Promise<{ first: string; later: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from './dist/index.js';`, resolveDir: process.cwd() },
    bundle: true,
    splitting: true,
    metafile: true,
    write: false,
    outdir: 'bundle',
    format: 'esm',
    charset: 'utf8',
    packages: 'external',
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((path) => outputs[path]!.entryPoint === '<stdin>')!;
  /**
   * The files that the entry reaches through imports of these kinds. esbuild also writes files that no other file
   * imports.
   */
  const reached = (kinds: readonly string[], path = entry, found = new Set<string>()): Set<string> => {
    if (found.has(path)) return found;
    found.add(path);
    for (const file of outputs[path]!.imports) {
      if (kinds.includes(file.kind) && !file.external) reached(kinds, file.path, found);
    }
    return found;
  };
  const textOf = (path: string) =>
    outputFiles.find((file) => file.path.replaceAll('\\', '/').endsWith(path))!.text;
  const atOnce = reached(['import-statement']);
  return {
    first: [...atOnce].map(textOf).join('\n'),
    later: [...reached(['import-statement', 'dynamic-import'])]
      .filter((path) => !atOnce.has(path))
      .map(textOf),
  };
}

const lobbyCode = /getUserMedia|AudioContext|rzm-lobby|lobby\.(name|speak)/;
const german = { panels: 'Das Meeting wird vorbereitet', lobby: 'Kameravorschau' };
it('only apps that import the lobby contain it, even in lazy chunks', async () => {
  const withLobby = await bundle('ZoomMeeting', 'ZoomLobby');
  expect(withLobby.first).toMatch(lobbyCode);
  const without = await bundle('ZoomMeeting', 'useZoomClient');
  expect(without.first).not.toMatch(lobbyCode);
  expect(without.later.filter((text) => lobbyCode.test(text))).toEqual([]);
});

it('a language is loaded when it is chosen, and its lobby texts are in a separate file', async () => {
  const { first, later } = await bundle('ZoomMeeting', 'ZoomLobby');
  expect(first.includes(german.panels) || first.includes(german.lobby)).toBe(false);
  const panels = later.filter((text) => text.includes(german.panels));
  const lobby = later.filter((text) => text.includes(german.lobby));
  expect([panels.length, lobby.length]).toEqual([1, 1]);
  expect(panels).not.toEqual(lobby);
});
