import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';
import { CliError, type CliIo } from './cli-io';
import { fetchSdk, registryOf } from './fetch-sdk';
import { findInstalledSdk } from './installed-sdk';
import { placeFiles, type Placement } from './place-files';
import { refuseOtherFile, writeIntegrityManifest } from './integrity-manifest';
import { defaultSdkVersion, isSupportedSdk, testedSdkVersions } from './sdk-files';

export interface CopySdkOptions {
  /** Relative to the working directory, or absolute. */
  dir: string;
  /** A version, or a tag such as `latest`. Default: the installed one, or else the tested one. */
  version?: string | undefined;
  /** Whether to write compressed versions next to the files. */
  compress?: boolean | undefined;
  /** The file for the hashes of the scripts. Default: none is written. */
  integrity?: string | undefined;
}

/** Copies the SDK's files to where `scriptSdk({ baseUrl })` finds them. Rejects with a `CliError`. */
export async function copySdk(
  { dir, version, compress = false, integrity }: CopySdkOptions,
  io: CliIo,
): Promise<void> {
  if (version !== undefined && !/^(\d+\.\d+\.\d+(-[\w.]+)?|[a-z][\w-]*)$/.test(version))
    throw new CliError('--version', 'must be a version such as 6.2.0, or a tag such as latest');
  if (version !== undefined && /^\d/.test(version) && !isSupportedSdk(version))
    throw new CliError('--version', 'must be 4.0.7 or later');
  if (dir.trim() === '') throw new CliError('DIR', 'must not be empty');
  if (integrity?.trim() === '') throw new CliError('--integrity', 'must not be empty');
  const target = resolve(io.cwd, dir);
  const manifest = integrity && resolve(io.cwd, integrity);
  if (manifest) await refuseOtherFile(manifest);
  const installed = await findInstalledSdk(io.cwd);
  if (installed && (version ?? installed.version) === installed.version) {
    if (!isSupportedSdk(installed.version))
      throw new CliError(
        'the installed @zoom/meetingsdk',
        'must be 4.0.7 or later. To copy another version, pass --version',
      );
    if (`${target}${sep}`.startsWith(`${installed.dist}${sep}`))
      throw new CliError('DIR', 'must not be inside the folder that is copied');
    return tell(await placeFiles(installed, target, compress), installed.version, 'the installed package');
  }

  const registry = registryOf(io.env);
  const folder = await mkdtemp(join(tmpdir(), 'zoom-sdk-'));
  try {
    const wanted = version ?? defaultSdkVersion;
    io.stderr(`Fetching @zoom/meetingsdk ${wanted} from ${registry.url.host} …\n`);
    const fetched = await fetchSdk(wanted, registry, folder);
    await tell(await placeFiles(fetched, target, compress), fetched.version, registry.url.host);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }

  async function tell(
    { files, bytes, written, compressed }: Placement,
    copied: string,
    source: string,
  ): Promise<void> {
    if (manifest) await writeIntegrityManifest(target, manifest);
    const more = compressed ? `, and ${compressed} compressed files` : '';
    const size = `${files} files, ${(bytes / 1e6).toFixed(0)} MB${more}`;
    io.stdout(
      written === 0
        ? `${dir} already has Zoom Meeting SDK ${copied} (${size}).\n`
        : `Copied Zoom Meeting SDK ${copied} from ${source} to ${dir} (${size}).\n`,
    );
    if (!testedSdkVersions.includes(copied))
      io.stdout(
        `SDK ${copied} is not tested with this version of react-zoom-meeting. Tested versions: ${testedSdkVersions.join(', ')}.\n`,
      );
    if (integrity) io.stdout(`Wrote the hashes of its scripts to ${integrity}.\n`);
    const baseUrl = baseUrlOf(io.cwd, target);
    io.stdout(`\nIf your server serves this folder as ${baseUrl}, use:\n`);
    const options = `baseUrl: '${baseUrl}'${integrity ? ', integrity' : ''}`;
    io.stdout(`\n  <ZoomMeeting sdk={scriptSdk({ ${options} })} … />\n`);
  }
}

/** The usual folders of static files are served as `/`. */
function baseUrlOf(cwd: string, target: string): string {
  const parts = relative(cwd, target).split(sep);
  const served = ['public', 'static', 'www'].indexOf(parts[0] ?? '') >= 0 ? parts.slice(1) : parts.slice(-1);
  return `/${served.join('/')}`;
}
