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

/** The devices in short: what is on by its id, and the problem of what is not. */
function shown() {
  const { camera, microphone } = store.getSnapshot();
  const short = (state: typeof camera) =>
    state.is === 'on' ? state.deviceId : state.is === 'unavailable' ? state.problem : state.is;
  return [short(camera), short(microphone)];
}

describe('the devices', () => {
  it('asks once for both, and lists what can be chosen', async () => {
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

  it('asks for nothing before it starts', async () => {
    await settled();
    expect(media.requests).toEqual([]);
  });

  it('started, stopped and started in the same task, as StrictMode does: asks once', async () => {
    store.start();
    store.stop();
    store.start();
    await settled();
    expect(media.requests).toHaveLength(1);
    expect(media.live()).toEqual(['mic', 'front']);
  });

  it('stopped: every track is stopped, and no device is watched', async () => {
    store.start();
    await settled();
    store.stop();
    expect(media.live()).toEqual([]);
    expect(shown()).toEqual(['off', 'off']);
    media.setDevices(() => []);
    await settled();
    expect(store.getSnapshot().cameras).toHaveLength(2);
  });

  it('stopped while the browser asks: what arrives late is stopped at once', async () => {
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

  it('a user who said no is not asked again', async () => {
    media.refuse({ video: 'NotAllowedError', audio: 'NotAllowedError' });
    store.start();
    await settled();
    expect(media.requests).toHaveLength(1);
  });

  it('only the camera is blocked: the microphone, which is granted, is used', async () => {
    media.refuse({ video: 'NotAllowedError' });
    media.granted.add('microphone');
    store.start();
    await settled();
    expect(shown()).toEqual(['denied', 'mic']);
  });

  it('tries again, once access is allowed', async () => {
    media.refuse({ video: 'NotAllowedError', audio: 'NotAllowedError' });
    store.start();
    await settled();
    media.refuse({});
    store.turnOn('camera');
    await settled();
    expect(shown()).toEqual(['front', 'denied']);
  });

  it('a page without HTTPS has no devices, and nothing throws', async () => {
    const insecure = createDeviceStore(() => ({}));
    insecure.start();
    await settled();
    expect(insecure.getSnapshot().camera).toEqual({ is: 'unavailable', problem: 'unsupported' });
    insecure.select('camera', 'front');
    insecure.stop();
  });

  it('another camera is chosen: the first one is off before the second one is opened', async () => {
    store.start();
    await settled();
    store.select('camera', 'desk');
    expect(media.live()).toEqual(['mic']);
    await settled();
    expect(shown()).toEqual(['desk', 'mic']);
    expect(media.live()).toEqual(['mic', 'desk']);
  });

  it('two choices in a row: the last one counts', async () => {
    store.start();
    await settled();
    store.select('camera', 'desk');
    store.select('camera', 'front');
    await settled();
    expect(shown()).toEqual(['front', 'mic']);
    expect(media.live()).toEqual(['mic', 'front']);
  });

  it('another camera is chosen while the camera is off: it stays off, and the chosen one is turned on', async () => {
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

  it('the camera is turned off and on', async () => {
    store.start();
    await settled();
    store.turnOff('camera');
    expect(shown()).toEqual(['off', 'mic']);
    expect(media.live()).toEqual(['mic']);
    store.turnOn('camera');
    await settled();
    expect(shown()).toEqual(['front', 'mic']);
  });

  it('the chosen camera is unplugged: the other one is used', async () => {
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

  it('the only microphone is unplugged and plugged in again: it is used', async () => {
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

  it('tells its listeners, and no more once they have unsubscribed', async () => {
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
