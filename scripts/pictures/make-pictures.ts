import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeDoctor } from './doctor';
import { takeStates, takeLobby } from './from-screenshots';
import { takeDemo, takeJoined, takeTour } from './from-pages';
import { hashOf, pictures, picturesFolder, type Picture } from './sources';

/** The file name of a picture in the folder. */
export type Files = Record<string, Buffer | string>;

const takers: Record<Picture, () => Promise<Files>> = {
  tour: takeTour,
  demo: takeDemo,
  joined: takeJoined,
  states: takeStates,
  lobby: takeLobby,
  doctor: takeDoctor,
};

/**
 * Makes the pictures of the docs from the running product, and records what they show.
 * @param names The pictures to make. Default: all.
 */
export async function makePictures(names: readonly string[]): Promise<void> {
  mkdirSync(picturesFolder, { recursive: true });
  for (const name of Object.keys(pictures) as Picture[]) {
    if (names.length > 0 && !names.includes(name)) continue;
    for (const [file, content] of Object.entries(await takers[name]())) {
      writeFileSync(join(picturesFolder, file), content);
      console.log(`${file}  ${Math.round(content.length / 1000)} kB`);
    }
    writeSource(name);
  }
}

/** Records what a picture shows, for the test that compares it. */
function writeSource(name: Picture): void {
  const file = join(picturesFolder, 'sources.json');
  let sources: Record<string, string> = {};
  try {
    sources = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  } catch {
    // This is the first picture.
  }
  writeFileSync(file, `${JSON.stringify({ ...sources, [name]: hashOf(name) }, null, 2)}\n`);
}
