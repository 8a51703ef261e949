import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib';

/** The compression formats, by the file extension that nginx, sirv and other servers look for next to the file. */
const formats = {
  '.br': {
    // The best quality, 11, takes ten times as long, and its files are only 8 % smaller.
    pack: (content: Buffer) =>
      promisify(brotliCompress)(content, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      }),
    unpack: promisify(brotliDecompress),
  },
  '.gz': {
    pack: (content: Buffer) => promisify(gzip)(content, { level: 9 }),
    unpack: promisify(gunzip),
  },
};

type Ending = keyof typeof formats;
const endings = Object.keys(formats) as Ending[];

/** The names of the compressed versions of a file. Images and audio files have none, because compression would save little. */
export function compressedNames(file: string): string[] {
  return /\.(js|wasm|json)$/.test(file) ? endings.map((ending) => `${file}${ending}`) : [];
}

/** A file's name without the extension of a compressed version. */
export function uncompressedName(file: string): string {
  const ending = endings.find((one) => file.endsWith(one));
  return ending ? file.slice(0, -ending.length) : file;
}

const formatOf = (name: string) => formats[endings.find((ending) => name.endsWith(ending))!];

/** The content, compressed in the format that the file extension stands for. */
export function compress(name: string, content: Buffer): Promise<Buffer> {
  return formatOf(name).pack(content);
}

/** Whether this is the content, compressed in the format that the file extension stands for. */
export async function isCompressed(name: string, compressed: Buffer, content: Buffer): Promise<boolean> {
  try {
    const { unpack } = formatOf(name);
    return (await unpack(compressed, { maxOutputLength: content.length + 1 })).equals(content);
  } catch {
    return false;
  }
}
