import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { expect, inject, onTestFinished } from 'vitest';
import type { DocFile } from './doc-page';

/** An app in a fresh folder outside the repository. */
export interface Consumer {
  folder: string;
  write(files: Iterable<DocFile>): Promise<void>;
  read(...paths: string[]): Promise<DocFile[]>;
  /** Runs a command as a user types it, and resolves with its output. Rejects with the output if it fails. */
  run(line: string, env?: NodeJS.ProcessEnv): Promise<string>;
  /** Runs an install command from the docs, with the tarball instead of our package name. Fails on a peer warning. */
  install(line: string, env?: NodeJS.ProcessEnv): Promise<void>;
  /** Runs a command that does not end, until the test is over. */
  start(line: string, env?: NodeJS.ProcessEnv): ChildProcess;
  /** The installed versions of these packages. */
  versions(...names: string[]): Record<string, string>;
  remove(): Promise<void>;
}

/** Creates an empty folder for an app, with this name as a part of its name. */
export async function createConsumer(name: string): Promise<Consumer> {
  const parent = await mkdtemp(join(tmpdir(), `react-zoom-meeting-${name}-`));
  // A valid package name, for tools that create an app in the current folder.
  const folder = join(parent, 'app');
  await mkdir(folder);
  assertNoPackagesAbove(folder);

  /** Each function ends a process, and waits until it can no longer write into the folder. */
  const stops: (() => Promise<void>)[] = [];

  const run: Consumer['run'] = async (line, env) => {
    const child = spawnLine(line, folder, env);
    const output = collect(child);
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${line} ended with ${code}:\n${output()}`);
    return output();
  };

  return {
    folder,
    run,
    async write(files) {
      for (const { path, code } of files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), code);
      }
    },
    read: (...paths) =>
      Promise.all(paths.map(async (path) => ({ path, code: await readFile(join(folder, path), 'utf8') }))),
    async install(line, env) {
      const withTarball = line.replace(
        /(?<= )react-zoom-meeting(?= |$)/,
        `react-zoom-meeting@file:${inject('tarball')}`,
      );
      const output = await run(withTarball, env).catch((error: Error) => {
        // A registry may answer the first request for a package too late. Nothing else is retried.
        if (!/EIDLETIMEOUT|ETIMEDOUT/.test(error.message)) throw error;
        console.warn(`Retrying, because the registry did not answer in time: ${line}`);
        return run(withTarball, env);
      });
      expect(output, line).not.toMatch(/ERESOLVE|peer/i);
    },
    start(line, env) {
      const child = spawnLine(line, folder, env);
      collect(child);
      const closed = once(child, 'close');
      const stop = async () => {
        // The whole process group, because npm leaves its child processes running.
        if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid!);
        await closed;
      };
      stops.push(stop);
      onTestFinished(stop);
      return child;
    },
    versions: (...names) =>
      Object.fromEntries(
        names.map((name) => {
          const manifest = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8');
          return [name, (JSON.parse(manifest) as { version: string }).version];
        }),
      ),
    async remove() {
      await Promise.all(stops.map((stop) => stop()));
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** Node would find packages there that the app did not install. */
function assertNoPackagesAbove(folder: string): void {
  for (let above = dirname(folder); above !== dirname(above); above = dirname(above)) {
    if (existsSync(join(above, 'node_modules'))) {
      throw new Error(
        `${above} has a node_modules folder, so ${folder} is not a fresh folder. Set TMPDIR to another one.`,
      );
    }
  }
}

function spawnLine(line: string, cwd: string, env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(line, { cwd, shell: true, detached: true, env: { ...outsideEnvironment(), ...env } });
}

/** The environment of a user's terminal, without the variables that npm and Vitest add for this repository. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const ofThisRun =
    /^(NODE_ENV|TEST|VITEST.*|JEST.*|INIT_CWD|npm_(package|lifecycle)_.*|npm_config_local_prefix)$/;
  return {
    ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofThisRun.test(name))),
    PATH: process.env['PATH']!.split(delimiter)
      .filter((folder) => !folder.includes('node_modules'))
      .join(delimiter),
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    NEXT_TELEMETRY_DISABLED: '1',
  };
}

/**
 * The output of a process, without colours. It is read to the end, because a process blocks if its output is not
 * read.
 */
function collect(child: ChildProcess, onText: (text: string) => void = () => {}): () => string {
  let text = '';
  const read = (chunk: Buffer) => {
    // eslint-disable-next-line no-control-regex -- colours
    text += String(chunk).replace(/\u001b\[\d+m/g, '');
    onText(text);
  };
  child.stdout!.on('data', read);
  child.stderr!.on('data', read);
  return () => text;
}

/** The output of a process as soon as it matches. */
export function printed(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  return new Promise((resolve, reject) => {
    const output = collect(child, (text) => {
      const found = pattern.exec(text);
      if (found) resolve(found);
    });
    child.on('exit', () => reject(new Error(`It ended before it printed ${String(pattern)}:\n${output()}`)));
  });
}

/** Waits until a server listens on a port of this machine. */
export async function answers(port: number): Promise<void> {
  const asked = () =>
    fetch(`http://localhost:${port}`).then(
      () => true,
      () => false,
    );
  await expect.poll(asked, { timeout: 60_000 }).toBe(true);
}

/** A free port. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
