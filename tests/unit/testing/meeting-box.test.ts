// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFakeZoomSdk, type FakeZoomSdkOptions } from '../../../src/testing';
import { joinOptions, settle } from './open-client';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const names = (root: HTMLElement) => [...root.querySelectorAll('li')].map((item) => item.textContent);

async function joinIn(root: HTMLElement, options: FakeZoomSdkOptions = {}) {
  const fake = createFakeZoomSdk(options);
  const embedded = await settle(fake.load());
  const client = embedded.createClient();
  await client.init({ zoomAppRoot: root });
  const join = async () => {
    client.join(joinOptions()).catch(() => {});
    await later(300);
  };
  await join();
  return { fake, embedded, client, join };
}

test('labels itself and shows the participants', async () => {
  const root = document.createElement('div');
  const { fake } = await joinIn(root);
  const box = root.querySelector('section');
  expect(box?.getAttribute('aria-label')).toBe('Fake Zoom meeting');
  expect(box?.textContent).toContain('1234567890');
  expect(root.style.display).toBe('flex');
  expect(names(root)).toEqual(['Ada (you)']);
  const bob = fake.addParticipant({ displayName: '<b>Bob</b>' });
  expect(names(root)).toEqual(['Ada (you)', '<b>Bob</b>']);
  fake.removeParticipant(bob.userId);
  expect(names(root)).toEqual(['Ada (you)']);
});

test('updates only what has changed, so that a meeting with hundreds of people is not rerendered on each event', async () => {
  const root = document.createElement('div');
  const { fake } = await joinIn(root);
  const people = Array.from({ length: 500 }, (_, index) => fake.addParticipant({ displayName: `P${index}` }));
  const items = () => [...root.querySelectorAll('li')];
  const before = items();
  expect(before).toHaveLength(501);
  const changes: MutationRecord[] = [];
  const observer = new MutationObserver((records) => void changes.push(...records));
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  const changed = async (change: () => void) => {
    changes.length = 0;
    change();
    await later(0);
    return new Set(changes.map(({ target }) => target.textContent));
  };
  const { userId } = people[7]!;
  expect(await changed(() => fake.updateParticipant(userId, { bVideoOn: true }))).toEqual(new Set());
  const renamed = await changed(() => fake.updateParticipant(userId, { displayName: 'Grace' }));
  expect(renamed).toEqual(new Set(['Grace']));
  expect(items().map((item, index) => item === before[index])).not.toContain(false);
  fake.removeParticipant(people[0]!.userId);
  expect(names(root)).toEqual(['Ada (you)', ...fake.participants.map(({ displayName }) => displayName)]);
  observer.disconnect();
});

test('follows the meeting, and is removed when it is over', async () => {
  const root = document.createElement('div');
  const { fake, client, join } = await joinIn(root, { joins: [3008, 'waiting-room'] });
  expect(root.querySelector('section')).toBeNull();
  fake.hostArrives();
  expect(root.textContent).toContain('In the meeting');
  fake.drop();
  expect(root.textContent).toContain('Reconnecting');
  fake.end();
  expect(root.querySelector('section')).toBeNull();
  await join();
  expect(root.textContent).toContain('In the waiting room');
  expect(names(root)).toEqual([]);
  fake.admit();
  expect(names(root)).toEqual(['Ada (you)']);
  void client.leaveMeeting();
  expect(root.querySelector('section')).toBeNull();
  await later(540);
});

test('stays in the element of the first join until the client is destroyed', async () => {
  const first = document.createElement('div');
  const second = document.createElement('div');
  const { client, embedded, join } = await joinIn(first);
  void client.leaveMeeting();
  await later(540);
  await client.init({ zoomAppRoot: second });
  await join();
  expect(names(first)).toEqual(['Ada (you)']);
  expect(second.childElementCount).toBe(0);

  embedded.destroyClient();
  await later(1200);
  const next = embedded.createClient();
  await next.init({ zoomAppRoot: second });
  void next.join(joinOptions());
  await later(300);
  expect(names(second)).toEqual(['Ada (you)']);
  expect(names(first)).toEqual([]);
});

test('moves with its element', async () => {
  const root = document.createElement('div');
  const { fake } = await joinIn(root);
  const parent = document.createElement('div');
  parent.append(root);
  root.remove();
  document.body.append(root);
  fake.addParticipant({ displayName: 'Bob' });
  expect(names(document.body)).toEqual(['Ada (you)', 'Bob']);
  root.remove();
});

test('has the size that the SDK’s box would have', async () => {
  const root = document.createElement('div');
  const client = (await settle(createFakeZoomSdk().load())).createClient();
  const video = (width: number) => ({ viewSizes: { default: { width, height: 300 } } });
  await client.init({ zoomAppRoot: root, customize: { video: video(400) } });
  client.join(joinOptions()).catch(() => {});
  await later(300);
  const { style } = root.firstElementChild as HTMLElement;
  expect([style.width, style.minHeight]).toEqual(['404px', '385px']);
  client.updateVideoOptions(video(500));
  expect(style.width).toBe('504px');
});
