import type { MediaAccess } from '../../../src/devices/device-store';

/** A track that knows whether it was stopped. */
export class FakeTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live';
  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId: string,
  ) {
    super();
  }
  stop() {
    this.readyState = 'ended';
  }
  getSettings = () => ({ deviceId: this.deviceId });
  /** The device was unplugged. */
  end() {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
}

class FakeStream {
  constructor(readonly tracks: readonly FakeTrack[]) {}
  getTracks = () => this.tracks;
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video');
}

type Device = { kind: 'audioinput' | 'videoinput'; deviceId: string; label: string };
type Constraints = Partial<Record<'audio' | 'video', { deviceId?: { exact: string } }>>;

/** The outcome of a request: an error by the name of its kind, or nothing. */
export type Refusals = Partial<Record<'audio' | 'video', string>>;

/** A browser with two cameras and a microphone, which behaves like Chromium. */
export function createFakeMedia() {
  const tracks: FakeTrack[] = [];
  const requests: Constraints[] = [];
  const granted = new Set<string>();
  let devices: Device[] = [
    { kind: 'videoinput', deviceId: 'front', label: 'Front camera' },
    { kind: 'videoinput', deviceId: 'desk', label: 'Desk camera' },
    { kind: 'audioinput', deviceId: 'mic', label: 'Microphone' },
  ];
  let refusals: Refusals = {};
  let gate: Promise<void> = Promise.resolve();

  const mediaDevices = Object.assign(new EventTarget(), {
    async getUserMedia(constraints: Constraints) {
      requests.push(constraints);
      await gate;
      const kinds = (['audio', 'video'] as const).filter((kind) => constraints[kind]);
      // Chromium refuses the whole request when one of the devices is unavailable.
      for (const kind of kinds) {
        const device = findDevice(kind, constraints);
        const name =
          refusals[kind] ??
          (device ? undefined : constraints[kind]?.deviceId ? 'OverconstrainedError' : 'NotFoundError');
        if (name) throw new DOMException('refused', name);
      }
      const opened = kinds.map((kind) => new FakeTrack(kind, findDevice(kind, constraints)!.deviceId));
      tracks.push(...opened);
      return new FakeStream(opened);
    },
    enumerateDevices: async () => devices,
  });

  function findDevice(kind: 'audio' | 'video', constraints: Constraints) {
    const wanted = constraints[kind]?.deviceId?.exact;
    return devices.find(
      (device) => device.kind === `${kind}input` && (wanted === undefined || device.deviceId === wanted),
    );
  }

  const browser = {
    mediaDevices,
    permissions: {
      query: async ({ name }: { name: string }) => ({ state: granted.has(name) ? 'granted' : 'denied' }),
    },
  };

  return {
    browser: browser as unknown as MediaAccess,
    mediaDevices,
    tracks,
    requests,
    granted,
    live: () => tracks.filter(({ readyState }) => readyState === 'live').map(({ deviceId }) => deviceId),
    refuse: (newRefusals: Refusals) => (refusals = newRefusals),
    /** The browser asks the user. Returns the answer. */
    holdPrompt() {
      let answer = () => {};
      gate = new Promise((resolve) => (answer = resolve));
      return () => answer();
    },
    setDevices(change: (before: Device[]) => Device[]) {
      devices = change(devices);
      mediaDevices.dispatchEvent(new Event('devicechange'));
    },
    install: () => {
      Object.assign(globalThis, { MediaStream: FakeStream });
    },
  };
}
