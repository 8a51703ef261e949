import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Files } from './make-pictures';

// Pictures composed of the screenshots that tests/screenshots compares with the panels.

const screenshot = (name: string) =>
  readFileSync(new URL(`../../tests/screenshots/expected/${name}-desktop-dark.png`, import.meta.url));

const states = [
  ...['idle', 'preparing', 'joining'],
  ...['retrying', 'offline', 'busy'],
  ...['waiting-for-host', 'waiting-room', 'reconnecting'],
  ...['passcode', 'email', 'sign-in'],
  ...['failed', 'leaving', 'ended'],
];
const columns = 3;
/** The size of one state, in px. Its caption is above it. */
const tile = { width: 400, height: 232, caption: 32, gap: 16 };
const rows = Math.ceil(states.length / columns);

/** The panel of every state, with its name. The background is transparent, so it suits light and dark pages. */
export async function takeStates(): Promise<Files> {
  const tiles = await Promise.all(
    states.map(async (state, index) => {
      const left = (index % columns) * (tile.width + tile.gap);
      const top = Math.floor(index / columns) * (tile.caption + tile.height + tile.gap);
      const panel = await sharp(screenshot(state)).resize(tile.width, tile.height).toBuffer();
      return [
        { input: caption(state), left, top },
        { input: panel, left, top: top + tile.caption },
      ];
    }),
  );
  const size = {
    width: columns * tile.width + (columns - 1) * tile.gap,
    height: rows * (tile.caption + tile.height) + (rows - 1) * tile.gap,
  };
  const picture = sharp({ create: { ...size, channels: 4, background: 'transparent' } }).composite(
    tiles.flat(),
  );
  return { 'states.webp': await picture.webp({ quality: 80 }).toBuffer() };
}

/** A grey that is readable on white and on GitHub's dark page. */
const caption = (text: string) =>
  Buffer.from(
    `<svg width="${tile.width}" height="${tile.caption}" xmlns="http://www.w3.org/2000/svg">` +
      `<text x="2" y="22" font-family="sans-serif" font-size="16" font-weight="600" fill="#79818d">${text}</text></svg>`,
  );

export async function takeLobby(): Promise<Files> {
  return { 'lobby.webp': await sharp(screenshot('lobby-ready')).webp({ quality: 85 }).toBuffer() };
}
