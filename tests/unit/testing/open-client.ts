import { vi } from 'vitest';
import type { ConnectionChange, UserChange, ZoomClient, ZoomJoinOptions } from '../../../src/sdk/zoom-sdk';
import {
  createFakeSignature,
  createFakeZoomSdk,
  type FakeZoomSdk,
  type FakeZoomSdkOptions,
} from '../../../src/testing';

/** The fake needs no DOM: without a document, it renders nothing. */
export const noElement = {} as HTMLElement;

export function joinOptions(change: Partial<ZoomJoinOptions> = {}): ZoomJoinOptions {
  return { signature: createFakeSignature(), meetingNumber: '1234567890', userName: 'Ada', ...change };
}

export interface OpenClient {
  fake: FakeZoomSdk;
  client: ZoomClient;
  /** Everything that the client has reported, and every join that has settled, in order. */
  seen: unknown[];
  join(change?: Partial<ZoomJoinOptions>): void;
}

/** A fake with an initialised client, and listeners for its events. */
export async function openClient(options: FakeZoomSdkOptions = {}): Promise<OpenClient> {
  const fake = createFakeZoomSdk(options);
  const loading = fake.load();
  const seen: unknown[] = [];
  const embedded = await settle(loading);
  const client = embedded.createClient();
  await client.init({ zoomAppRoot: noElement });
  listen(client, seen);
  return {
    fake,
    client,
    seen,
    join(change) {
      client.join(joinOptions(change)).then(
        (result) => seen.push(['resolved', result]),
        (error: unknown) => seen.push(['rejected', error]),
      );
    },
  };
}

export function listen(client: ZoomClient, seen: unknown[]): void {
  client.on('connection-change', (change: ConnectionChange) => seen.push(change));
  for (const event of ['user-added', 'user-updated', 'user-removed']) {
    client.on(event, (rows: UserChange[]) => seen.push([event, rows]));
  }
}

/** Lets a promise settle that waits for timers of 0 ms. */
export async function settle<T>(promise: Promise<T>): Promise<T> {
  if (vi.isFakeTimers()) await vi.advanceTimersByTimeAsync(0);
  return promise;
}
