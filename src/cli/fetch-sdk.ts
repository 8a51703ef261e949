import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { CliError } from './cli-io';
import type { SdkFolder } from './installed-sdk';
import { isSdkFile, isSupportedSdk } from './sdk-files';

export interface Registry {
  url: URL;
  /** The header for the user name and the password in the registry's URL. */
  authorization: string | undefined;
}

interface VersionEntry {
  dist?: { tarball?: string; integrity?: string };
}
interface PackageEntry {
  'dist-tags'?: Record<string, string>;
  versions?: Record<string, VersionEntry>;
}

const npm = 'https://registry.npmjs.org/';
const answerTimeout = 60_000;
const tarballTimeout = 900_000;
/** Version 6.2.0 is 110 MB when unpacked. */
const maxTarballBytes = 250_000_000;

/**
 * The registry that npm uses, which `npx` and npm scripts pass on in the environment. They do not pass on a registry that .npmrc
 * sets only for `@zoom`.
 */
export function registryOf(env: Readonly<Record<string, string | undefined>>): Registry {
  const text = env.npm_config_registry || env.NPM_CONFIG_REGISTRY || npm;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new CliError('npm_config_registry', 'must be an absolute http or https URL');
  const { username, password } = url;
  url.username = url.password = '';
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  return { url, authorization: username ? `Basic ${Buffer.from(pair).toString('base64')}` : undefined };
}

/** Fetches a version, or what a tag such as `latest` names, into `folder`: only the files that are needed. */
export async function fetchSdk(wanted: string, registry: Registry, folder: string): Promise<SdkFolder> {
  const entry = await findVersion(wanted, registry);
  const { tarball, integrity } = entry.dist ?? {};
  if (!tarball || !URL.canParse(tarball))
    throw new CliError(
      'dist.tarball',
      `of @zoom/meetingsdk ${wanted} must be a URL in the registry's response`,
    );
  const file = join(folder, 'sdk.tgz');
  await download(tarballUrl(tarball, registry), registry, file, strongestHash(integrity));

  await extract({
    file,
    cwd: folder,
    strict: true,
    // Plain files only: a link could lead out of the folder.
    filter: (path, one) =>
      'type' in one && one.type === 'File' && isSdkFile(path.replace(/^[^/]+\/dist\//, '')),
    strip: 1,
  });
  await mkdir(join(folder, 'dist'), { recursive: true });
  return { version: entry.version, dist: join(folder, 'dist') };
}

async function findVersion(wanted: string, registry: Registry): Promise<VersionEntry & { version: string }> {
  const url = new URL('@zoom%2fmeetingsdk', registry.url);
  const response = await ask(url, registry, answerTimeout, {
    // The abbreviated metadata, without readmes.
    accept: 'application/vnd.npm.install-v1+json, application/json;q=0.8',
  });
  const found = (await response.json().catch(() => ({}))) as PackageEntry;
  const version = found['dist-tags']?.[wanted] ?? wanted;
  const entry = found.versions?.[version];
  if (!entry)
    throw new CliError('--version', `must be a version or a tag that exists on ${registry.url.host}`);
  // A tag may point to any version.
  if (!isSupportedSdk(version))
    throw new CliError(
      '--version',
      `must be 4.0.7 or later, or a tag of such a version on ${registry.url.host}`,
    );
  return { ...entry, version };
}

/** Like npm, replaces npm's own registry in a URL with the registry in use, which may be the only one that is reachable. */
function tarballUrl(tarball: string, { url }: Registry): URL {
  const address = new URL(tarball);
  if (address.origin !== new URL(npm).origin || url.origin === address.origin) return address;
  return new URL(`${url.pathname.slice(1)}${address.pathname.slice(1)}`, url.origin);
}

function strongestHash(integrity: string | undefined): { algorithm: string; digest: string } {
  for (const algorithm of ['sha512', 'sha384', 'sha256']) {
    const digest = integrity?.split(/\s+/).find((one) => one.startsWith(`${algorithm}-`));
    if (digest) return { algorithm, digest: digest.slice(algorithm.length + 1).split('?')[0]! };
  }
  throw new CliError('dist.integrity', 'must be a sha512, sha384 or sha256 hash in the registry’s response');
}

async function download(
  url: URL,
  registry: Registry,
  file: string,
  { algorithm, digest }: { algorithm: string; digest: string },
): Promise<void> {
  const { body, headers } = await ask(url, registry, tarballTimeout, {});
  const tooLarge = new CliError('the tarball', `from ${url.host} must be smaller than 250 MB`);
  if (Number(headers.get('content-length')) > maxTarballBytes) {
    await body?.cancel();
    throw tooLarge;
  }
  const hash = createHash(algorithm);
  let bytes = 0;
  const hashing = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(bytes > maxTarballBytes ? tooLarge : null, chunk);
    },
  });
  try {
    await pipeline(
      Readable.from((body ?? []) as AsyncIterable<Uint8Array>),
      hashing,
      createWriteStream(file),
    );
  } catch (error) {
    if (error === tooLarge) throw tooLarge;
    throw new CliError('the tarball', `could not be downloaded completely from ${url.host}`);
  }
  if (hash.digest('base64') !== digest)
    throw new CliError('the tarball', `from ${url.host} does not match the hash in dist.integrity`);
}

async function ask(
  url: URL,
  { url: { origin, host }, authorization }: Registry,
  timeout: number,
  headers: Record<string, string>,
): Promise<Response> {
  const allHeaders = new Headers(headers);
  if (authorization !== undefined && url.origin === origin) allHeaders.set('authorization', authorization);
  let response: Response;
  try {
    response = await fetch(url, { headers: allHeaders, signal: AbortSignal.timeout(timeout) });
  } catch {
    throw new CliError(
      'the registry',
      `${host} could not be reached. You can install @zoom/meetingsdk instead: copy-sdk then copies its files`,
    );
  }
  if (response.ok) return response;
  const hint =
    response.status === 401 || response.status === 403
      ? '. npm install uses your sign-in: you can install @zoom/meetingsdk, and copy-sdk then copies its files'
      : '';
  throw new CliError('the registry', `${url.host} returned ${response.status}${hint}`);
}
