import { beforeEach, describe, expect, it, vi } from 'vitest';
import { problemOf } from '../../../src/devices/device-problem';
import { createDeviceStore, type DeviceStore } from '../../../src/devices/device-store';
import { createFakeMedia } from './fake-media';

let media: ReturnType<typeof createFakeMedia>;
let store: DeviceStore;

beforeEach(() => {
  media = createFakeMedia();
  media.install();
  store = createDeviceStore(() => media.browser);
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

/** A summary of the devices: the ids of those that are on, and the problems of the others. */
function shown() {
  const { camera, microphone } = store.getSnapshot();
  const short = (state: typeof camera) =>
    state.is === 'on' ? state.deviceId : state.is === 'unavailable' ? state.problem : state.is;
  return [short(camera), short(microphone)];
}

describe('the device store', () => {
  it('asks once for camera and microphone, and lists the devices', async () => {
    store.start();
    expect(shown()).toEqual(['starting', 'starting']);
    await settled();
    expect(shown()).toEqual(['front', 'mic']);
    expect(media.requests).toHaveLength(1);
    expect(store.getSnapshot().cameras).toEqual([
      { id: 'front', label: 'Front camera' },
      { id: 'desk', label: 'Desk camera' },
    ]);
    expect(store.getSnapshot().microphones).toEqual([{ id: 'mic', label: 'Microphone' }]);
  });

  it('does not ask before it starts', async () => {
    await settled();
    expect(media.requests).toEqual([]);
  });

  it('asks once when started, stopped and started in the same task, as in StrictMode', async () => {
    store.start();
    store.stop();
    store.start();
    await settled();
    expect(media.requests).toHaveLength(1);
    expect(media.live()).toEqual(['mic', 'front']);
  });

  it('stops every track and stops watching devices when it stops', async () => {
    store.start();
    await settled();
    store.stop();
    expect(media.live()).toEqual([]);
    expect(shown()).toEqual(['off', 'off']);
    media.setDevices(() => []);
    await settled();
    expect(store.getSnapshot().cameras).toHaveLength(2);
  });

  it('immediately stops tracks that arrive after it has stopped', async () => {
    const answer = media.holdPrompt();
    store.start();
    await settled();
    store.stop();
    answer();
    await settled();
    expect(media.tracks).toHaveLength(2);
    expect(media.live()).toEqual([]);
    expect(shown()).toEqual(['off', 'off']);
  });

  it.each([
    ['denied', { video: 'NotAllowedError', audio: 'NotAllowedError' }, ['denied', 'denied']],
    ['camera in use', { video: 'NotReadableError' }, ['in-use', 'mic']],
    ['no microphone', { audio: 'NotFoundError' }, ['front', 'missing']],
    ['another error', { video: 'InvalidStateError' }, ['failed', 'mic']],
  ])('%s', async (_name, refusals, expected) => {
    media.refuse(refusals);
    store.start();
    await settled();
    expect(shown()).toEqual(expected);
  });

  it('does not ask again when the user has denied access', async () => {
    media.refuse({ video: 'NotAllowedError', audio: 'NotAllowedError' });
    store.start();
    await settled();
    expect(media.requests).toHaveLength(1);
  });

  it('uses the microphone when only the camera is blocked', async () => {
    media.refuse({ video: 'NotAllowedError' });
    media.granted.add('microphone');
    store.start();
    await settled();
    expect(shown()).toEqual(['denied', 'mic']);
  });

  it('tries again when access is allowed later', async () => {
    media.refuse({ video: 'NotAllowedError', audio: 'NotAllowedError' });
    store.start();
    await settled();
    media.refuse({});
    store.turnOn('camera');
    await settled();
    expect(shown()).toEqual(['front', 'denied']);
  });

  it('has no devices on a page without HTTPS, and does not throw', async () => {
    const insecure = createDeviceStore(() => ({}));
    insecure.start();
    await settled();
    expect(insecure.getSnapshot().camera).toEqual({ is: 'unavailable', problem: 'unsupported' });
    insecure.select('camera', 'front');
    insecure.stop();
  });

  it('turns off the current camera before it opens another one', async () => {
    store.start();
    await settled();
    store.select('camera', 'desk');
    expect(media.live()).toEqual(['mic']);
    await settled();
    expect(shown()).toEqual(['desk', 'mic']);
    expect(media.live()).toEqual(['mic', 'desk']);
  });

  it('uses the last of two quick choices', async () => {
    store.start();
    await settled();
    store.select('camera', 'desk');
    store.select('camera', 'front');
    await settled();
    expect(shown()).toEqual(['front', 'mic']);
    expect(media.live()).toEqual(['mic', 'front']);
  });

  it('keeps the camera off when another one is chosen, and turns on the chosen one later', async () => {
    store.start();
    await settled();
    store.turnOff('camera');
    store.select('camera', 'desk');
    await settled();
    expect(media.live()).toEqual(['mic']);
    expect(store.getSnapshot().selected.camera).toBe('desk');
    store.turnOn('camera');
    await settled();
    expect(shown()).toEqual(['desk', 'mic']);
  });

  it('turns the camera off and on', async () => {
    store.start();
    await settled();
    store.turnOff('camera');
    expect(shown()).toEqual(['off', 'mic']);
    expect(media.live()).toEqual(['mic']);
    store.turnOn('camera');
    await settled();
    expect(shown()).toEqual(['front', 'mic']);
  });

  it('uses the other camera when the chosen one is unplugged', async () => {
    store.start();
    await settled();
    store.select('camera', 'desk');
    await settled();
    media.setDevices((before) => before.filter(({ deviceId }) => deviceId !== 'desk'));
    media.tracks.at(-1)!.end();
    await settled();
    expect(shown()).toEqual(['front', 'mic']);
    expect(store.getSnapshot().cameras).toHaveLength(1);
  });

  it('uses the other camera when the chosen one is unplugged while it is off', async () => {
    store.start();
    await settled();
    store.select('camera', 'desk');
    store.turnOff('camera');
    await settled();
    media.setDevices((before) => before.filter(({ deviceId }) => deviceId !== 'desk'));
    await settled();
    store.turnOn('camera');
    await settled();
    expect(shown()).toEqual(['front', 'mic']);
    expect(store.getSnapshot().selected.camera).toBe('front');
  });

  it('has no camera when the chosen one was the only one and is unplugged while it is off', async () => {
    store.start();
    await settled();
    store.select('camera', 'desk');
    store.turnOff('camera');
    await settled();
    media.setDevices((before) => before.filter(({ kind }) => kind !== 'videoinput'));
    store.turnOn('camera');
    await settled();
    expect(shown()).toEqual(['missing', 'mic']);
  });

  it('uses the only microphone again when it is plugged back in', async () => {
    store.start();
    await settled();
    const all = await media.mediaDevices.enumerateDevices();
    media.setDevices((before) => before.filter(({ kind }) => kind !== 'audioinput'));
    media.tracks.find(({ kind }) => kind === 'audio')!.end();
    await settled();
    expect(shown()).toEqual(['front', 'missing']);
    media.setDevices(() => all);
    await settled();
    expect(shown()).toEqual(['front', 'mic']);
  });

  it('notifies its listeners until they unsubscribe', async () => {
    const listener = vi.fn();
    const unsubscribe = store.subscribe(listener);
    store.start();
    await settled();
    expect(listener).toHaveBeenCalled();
    unsubscribe();
    listener.mockClear();
    store.stop();
    expect(listener).not.toHaveBeenCalled();
  });
});

it.each([
  ['NotAllowedError', 'denied'],
  ['SecurityError', 'denied'],
  ['NotFoundError', 'missing'],
  ['OverconstrainedError', 'missing'],
  ['NotReadableError', 'in-use'],
  ['constructor', 'failed'],
])('%s means %s', (name, problem) => {
  expect(problemOf(new DOMException('', name))).toBe(problem);
});

it.each([undefined, null, 'text', new TypeError('x')])(
  'an error that is not a DOMException means failed: %s',
  (thrown) => {
    expect(problemOf(thrown)).toBe('failed');
  },
);
