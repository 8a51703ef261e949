import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compare } from '../../../scripts/try-sdk/compare';
import { readTypes, type SdkTypes } from '../../../scripts/try-sdk/read-types';

const before = `
export interface Person { name: string }
export enum Command { In = 2 }
export interface JoinOptions { tk?: string }
export interface InitOptions { customize?: { video?: { isResizable?: boolean } } }
export declare namespace EmbeddedClient {
  /** Mutes. */
  function mute(mute: boolean): void;
  function rename(name: string): void;
  function on(event: 'user-added', callback: (payload: Person) => void): void;
}
export declare namespace ZoomMtgEmbedded { function createClient(): typeof EmbeddedClient; }
export default ZoomMtgEmbedded;
`;
const after = before
  .replace('name: string }', 'name: string; pronouns?: string }')
  .replace('{ In = 2 }', '{ In = 3 }')
  .replace('isResizable?: boolean', 'isMovable?: boolean')
  .replace('tk?: string', 'tk?: string; token?: string')
  .replace('function rename(name: string): void;', 'function wave(): void;')
  .replace('Mutes.', 'Mutes or unmutes.')
  .replace('(mute: boolean)', '(mute: boolean, userId?: number)');

let folder: string;
let types: { before: SdkTypes; after: SdkTypes };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'try-sdk-'));
  const read = async (name: string, text: string) => {
    await writeFile(join(folder, name), text);
    return readTypes(join(folder, name));
  };
  types = { before: await read('before.d.ts', before), after: await read('after.d.ts', after) };
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const ours = () => ({
  version: '6.2.0',
  types: types.before,
  methods: ['mute', 'rename'],
  events: ['user-added'],
});
const joined = { scenario: 'join' };

test('reports no difference for an unchanged version', () => {
  const client = { methods: ['mute', 'rename'], events: ['user-added'] };
  const same = { version: '6.2.1', types: types.before, client, unknownOptions: [], scenarios: [joined] };
  const report = compare(ours(), same);
  expect(report).not.toMatch(/^ {2}(new|gone|changed|failed)/m);
  expect(report).toContain('The client’s methods in the browser, and ours: no change (2).');
  expect(report).toContain('Scenarios: 1 of 1 passed.');
});

test('reports what is new, removed and changed', () => {
  const report = compare(ours(), {
    version: '7.0.0',
    types: types.after,
    client: { methods: ['mute', 'wave'], events: [] },
    unknownOptions: ['isResizable'],
    scenarios: [joined, { scenario: 'drop', failure: 'never reconnecting' }],
  });
  expect(report).toMatchInlineSnapshot(`
    "Zoom Meeting SDK 7.0.0, compared with our types and with SDK 6.2.0

    The client’s methods in the browser, and ours:
      new      wave
      gone     rename

    The client’s events in the browser, and ours:
      gone     user-added

    Options that we pass and that its code does not mention: isResizable.

    Methods in Zoom’s types:
      new      wave(): void
      gone     rename(name: string): void
      changed  mute(mute: boolean): void
            →  mute(mute: boolean, userId?: number | undefined): void

    Events in Zoom’s types: no change (1).

    Options of init() in Zoom’s types:
      new      InitOptions.customize.video.isMovable: boolean | undefined
      gone     InitOptions.customize.video.isResizable: boolean | undefined

    Options of join() in Zoom’s types:
      new      JoinOptions.token: string | undefined

    The rest of Zoom’s types:
      new      Person.pronouns: string | undefined
      changed  Command.In: 2
            →  Command.In: 3

    Scenarios: 1 of 2 passed.
      failed   drop: never reconnecting"
  `);
});

test('does not report the methods of a client that never joined as removed', () => {
  const report = compare(ours(), {
    version: '7.0.0',
    types: types.before,
    client: undefined,
    unknownOptions: [],
    scenarios: [{ scenario: 'join', failure: 'never joined' }],
  });
  expect(report).toContain('its methods and events are not known');
  expect(report).not.toContain('gone');
});
