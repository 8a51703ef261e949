import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { create } from 'tar';

export const sdkFiles: Record<string, string> = {
  'dist/zoomus-websdk-embedded.umd.min.js': 'the sdk',
  'dist/lib/vendor/react.min.js': 'react',
  'dist/lib/vendor/react-dom.min.js': 'react-dom',
  'dist/lib/av/js_media.min.js': 'media',
  'dist/lib/av/vb-resource/tf.min.js': 'tensors',
  'dist/lib/image/blur.png': 'blur',
  'dist/zoomus-websdk.umd.min.js': 'client view',
  'dist/lib/lang/en-US.json': '{}',
  'postinstall.js': 'nothing to run',
};

/** A folder that is removed at the end of the test. */
export async function temporaryFolder(onEnd: (clean: () => Promise<void>) => void): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'react-zoom-meeting-test-'));
  onEnd(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function writeFiles(folder: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

/** `@zoom/meetingsdk` as a package manager installs it. */
export function installSdk(cwd: string, version: string, files = sdkFiles): Promise<void> {
  return writeFiles(join(cwd, 'node_modules/@zoom/meetingsdk'), {
    ...files,
    'package.json': JSON.stringify({ name: '@zoom/meetingsdk', version }),
  });
}

export interface FakeRegistry {
  url: string;
  /** The path and the `Authorization` header of every request. */
  requests: { path: string; authorization: string | undefined }[];
  close: () => Promise<void>;
}

/** A registry with one package. `change` changes a version's `dist`. */
export async function startRegistry(
  folder: string,
  versions: Record<string, Record<string, string>>,
  {
    base = '/',
    change = (dist: object): object => dist,
    tamper = false,
    tags = {} as Record<string, string>,
    /** The size that the registry reports for the tarball, in bytes. */
    said = undefined as number | undefined,
  } = {},
): Promise<FakeRegistry> {
  const tarballs: Record<string, Buffer> = {};
  for (const [version, files] of Object.entries(versions)) {
    const source = join(folder, `source-${version}`);
    await writeFiles(join(source, 'package'), files);
    await create({ cwd: source, file: join(source, 'sdk.tgz'), gzip: true }, ['package']);
    tarballs[version] = await readFile(join(source, 'sdk.tgz'));
  }
  const requests: FakeRegistry['requests'] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push({ path, authorization: request.headers.authorization });
    const version = /meetingsdk-(.*)\.tgz$/.exec(path)?.[1];
    if (version && path.startsWith(base)) {
      const tarball = tarballs[version]!;
      if (said !== undefined) response.setHeader('content-length', said);
      response.end(tamper ? Buffer.concat([tarball, Buffer.from('!')]) : tarball);
    } else if (path === `${base}@zoom%2fmeetingsdk`) {
      const entries = Object.entries(tarballs).map(([one, tarball]) => {
        const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
        const address = `http://${request.headers.host}${base}@zoom/meetingsdk/-/meetingsdk-${one}.tgz`;
        return [one, { dist: change({ tarball: address, integrity }) }];
      });
      const latest = Object.keys(tarballs).at(-1);
      response.end(
        JSON.stringify({ 'dist-tags': { latest, ...tags }, versions: Object.fromEntries(entries) }),
      );
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
