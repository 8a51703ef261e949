import { problemOf, type DeviceProblem } from './device-problem';

export type DeviceKind = 'camera' | 'microphone';

/** A device that the user can choose. */
export interface DeviceChoice {
  id: string;
  /** Empty until the user has allowed access. */
  label: string;
}

/** A camera or microphone, and what it is doing. */
export type DeviceState =
  | { is: 'off' }
  /** The browser may be asking the user. */
  | { is: 'starting' }
  | { is: 'on'; stream: MediaStream; deviceId: string | undefined }
  | { is: 'unavailable'; problem: DeviceProblem };

/** The current state of the devices. */
export interface Devices {
  camera: DeviceState;
  microphone: DeviceState;
  cameras: readonly DeviceChoice[];
  microphones: readonly DeviceChoice[];
  /** The id of the device of each kind that is on, or was on last, or that was selected. */
  selected: Readonly<Partial<Record<DeviceKind, string | undefined>>>;
}

/** The user's camera and microphone, for a preview. */
export interface DeviceStore {
  getSnapshot(): Devices;
  subscribe(listener: () => void): () => void;
  /** Turns both on, and watches for devices that are plugged in or unplugged. */
  start(): void;
  /** Turns both off, and stops watching. */
  stop(): void;
  /** Turns a device on, or tries again. The browser may ask the user. */
  turnOn(kind: DeviceKind): void;
  turnOff(kind: DeviceKind): void;
  /** Selects another device of this kind. If the current one is off, the new one is used as soon as the user turns it on. */
  select(kind: DeviceKind, deviceId: string): void;
}

/** The browser's APIs that the store needs. */
export interface MediaAccess {
  /** Missing on a page without HTTPS. */
  readonly mediaDevices?: MediaDevices | undefined;
  readonly permissions?: Permissions | undefined;
}

/** The state before anything is known, and on a server. */
export const initialDevices: Devices = {
  camera: { is: 'starting' },
  microphone: { is: 'starting' },
  cameras: [],
  microphones: [],
  selected: {},
};

const inputs = { camera: 'videoinput', microphone: 'audioinput' } as const;
const lists = { camera: 'cameras', microphone: 'microphones' } as const;
const media = { camera: 'video', microphone: 'audio' } as const;
const both: readonly DeviceKind[] = ['camera', 'microphone'];
/** Enough for a preview. A camera that has no such mode uses the nearest one. */
const previewSize = { width: { ideal: 1280 }, height: { ideal: 720 } };

/**
 * Creates a store of the user's devices. It requests no access before `start()`.
 *
 * Every track is stopped when it is no longer used, even one that arrives late, so that the camera's light goes off.
 *
 * @param browser The browser's APIs. They are read at `start()`.
 */
export function createDeviceStore(browser: () => MediaAccess = () => navigator): DeviceStore {
  let devices = initialDevices;
  const listeners = new Set<() => void>();
  let isStarted = false;
  /** The newest request of each kind. Tracks that arrive for an earlier one are stopped at once. */
  const newest = new Map<DeviceKind, object>();
  const chosen = new Map<DeviceKind, string>();
  let stopFollowing = () => {};

  function change(changes: Partial<Devices>) {
    devices = { ...devices, ...changes };
    for (const listener of [...listeners]) listener();
  }

  function set(kind: DeviceKind, state: DeviceState) {
    const before = devices[kind];
    if (before.is === 'on') stopTracks(before.stream);
    change({ [kind]: state });
  }

  const remember = (kind: DeviceKind, deviceId: string | undefined) =>
    change({ selected: { ...devices.selected, [kind]: deviceId } });
  const fail = (kind: DeviceKind, problem: DeviceProblem) => set(kind, { is: 'unavailable', problem });

  /** Asks for devices, for both at once where possible, so that the browser asks the user once. */
  async function ask(kinds: readonly DeviceKind[]): Promise<void> {
    const request = {};
    for (const kind of kinds) {
      newest.set(kind, request);
      // Stopped before another one is opened, because phones can use only one camera at a time.
      set(kind, { is: 'starting' });
    }
    // StrictMode stops the first request in the same task, so the user is asked only once.
    await Promise.resolve();
    const wanted = () => kinds.filter((kind) => newest.get(kind) === request);
    if (wanted().length === 0) return;
    const { mediaDevices } = browser();
    if (!mediaDevices?.getUserMedia) return kinds.forEach((kind) => fail(kind, 'unsupported'));
    try {
      const stream = await mediaDevices.getUserMedia(constraintsOf(kinds, chosen));
      const stillWanted = wanted();
      for (const track of stream.getTracks()) {
        const kind = both.find((one) => media[one] === track.kind);
        if (kind && stillWanted.includes(kind)) adopt(kind, track);
        else track.stop();
      }
      await list();
    } catch (error) {
      const left = wanted();
      // One of the two may work.
      if (kinds.length > 1) await Promise.all(left.map((kind) => askAlone(kind, error)));
      else left.forEach((kind) => refused(kind, problemOf(error)));
    }
  }

  /** If the chosen device is missing, because it was unplugged while it was off, another one is used. */
  function refused(kind: DeviceKind, problem: DeviceProblem) {
    if (problem === 'missing' && chosen.delete(kind)) void ask([kind]);
    else fail(kind, problem);
  }

  /** Requests one device after a request for both was refused. A user who has just denied access is not asked again. */
  async function askAlone(kind: DeviceKind, error: unknown): Promise<void> {
    const request = newest.get(kind);
    if (problemOf(error) === 'denied' && !(await isGranted(kind))) {
      if (newest.get(kind) === request) fail(kind, 'denied');
      return;
    }
    if (newest.get(kind) === request) await ask([kind]);
  }

  async function isGranted(kind: DeviceKind): Promise<boolean> {
    try {
      // Older browsers do not know these names, and neither does TypeScript.
      const status = await browser().permissions?.query({ name: kind as PermissionName });
      return status?.state === 'granted';
    } catch {
      return false;
    }
  }

  function adopt(kind: DeviceKind, track: MediaStreamTrack) {
    // Unplugged, or the permission was withdrawn.
    track.addEventListener('ended', () => {
      const current = devices[kind];
      if (current.is !== 'on' || !current.stream.getTracks().includes(track)) return;
      chosen.delete(kind);
      void ask([kind]);
    });
    const { deviceId } = track.getSettings();
    set(kind, { is: 'on', stream: new MediaStream([track]), deviceId });
    remember(kind, deviceId);
  }

  async function list(): Promise<void> {
    const infos =
      (await browser()
        .mediaDevices?.enumerateDevices()
        .catch(() => [])) ?? [];
    if (!isStarted) return;
    const choices = (kind: DeviceKind) =>
      infos
        .filter((info) => info.kind === inputs[kind] && info.deviceId !== '')
        .map(({ deviceId, label }) => ({ id: deviceId, label }));
    change({ cameras: choices('camera'), microphones: choices('microphone') });
  }

  async function followPlugs(): Promise<void> {
    const before = devices;
    await list();
    for (const kind of both) {
      const state = devices[kind];
      const isNew = devices[lists[kind]].length > before[lists[kind]].length;
      if (state.is === 'unavailable' && state.problem === 'missing' && isNew) void ask([kind]);
    }
  }

  return {
    getSnapshot: () => devices,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start() {
      isStarted = true;
      const { mediaDevices } = browser();
      const follow = () => void followPlugs();
      mediaDevices?.addEventListener?.('devicechange', follow);
      stopFollowing = () => mediaDevices?.removeEventListener?.('devicechange', follow);
      void ask(both);
    },
    stop() {
      isStarted = false;
      stopFollowing();
      for (const kind of both) {
        newest.delete(kind);
        set(kind, { is: 'off' });
      }
    },
    turnOn: (kind) => void ask([kind]),
    turnOff(kind) {
      newest.delete(kind);
      set(kind, { is: 'off' });
    },
    select(kind, deviceId) {
      chosen.set(kind, deviceId);
      remember(kind, deviceId);
      if (devices[kind].is !== 'off') void ask([kind]);
    },
  };
}

function constraintsOf(
  kinds: readonly DeviceKind[],
  chosen: ReadonlyMap<DeviceKind, string>,
): MediaStreamConstraints {
  return Object.fromEntries(
    kinds.map((kind) => {
      const deviceId = chosen.get(kind);
      const device = deviceId !== undefined && { deviceId: { exact: deviceId } };
      return [media[kind], { ...(kind === 'camera' && previewSize), ...device }];
    }),
  );
}

function stopTracks(stream: MediaStream) {
  for (const track of stream.getTracks()) track.stop();
}
