import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { ZoomLobby, type ZoomMeetingProps } from 'react-zoom-meeting';
import { resetPage } from 'react-zoom-meeting/testing';
import '../../src/react/styles.css';
import { panelLanguages } from '../../src/languages/languages';
import { englishLobby } from '../../src/languages/lobby/english';
import { lobbyLanguages } from '../../src/languages/lobby/lobby-languages';
import { replaceDevices, type LobbyDevices } from '../../stories/lobby-devices';
import { MeetingStory } from '../../stories/meeting-story';
import { pseudoStrings } from '../../stories/pseudo-strings';
import { font, loadFonts } from './fonts';

const pictures = [
  { name: 'phone-light', theme: 'light', width: 343, height: 720, dir: 'ltr', strings: undefined },
  { name: 'desktop-dark', theme: 'dark', width: 960, height: 540, dir: 'ltr', strings: undefined },
  { name: 'phone-dark-long-rtl', theme: 'dark', width: 343, height: 900, dir: 'rtl', strings: pseudoStrings },
] as const;
const states: readonly LobbyDevices[] = [
  'ready',
  'denied',
  'no-camera',
  'no-microphone',
  'camera-in-use',
  'insecure',
];

/** The longest texts, and a different script. */
const languages = ['de-DE', 'ru-RU', 'fr-FR', 'ja-JP'] as const;

let restoreDevices = () => {};

beforeAll(async () => {
  await page.viewport(1000, 920);
  const loaders = [panelLanguages, lobbyLanguages];
  await Promise.all(loaders.flatMap((loader) => languages.map(loader.load)));
  const texts = loaders.flatMap((loader) => languages.map((name) => loader.loaded(name)!.texts));
  await loadFonts(texts.flatMap((byName) => Object.values<string>(byName)));
});
afterEach(() => {
  cleanup();
  restoreDevices();
  resetPage();
});

/** The lobby in a box, after the devices have answered and the camera's picture is visible. */
async function show(
  devices: LobbyDevices,
  box: { theme: string; width: number; height: number; dir?: 'ltr' | 'rtl' },
  texts: Pick<ZoomMeetingProps, 'language' | 'strings'>,
): Promise<HTMLElement> {
  restoreDevices = replaceDevices(devices);
  const { theme, dir, width, height } = box;
  const { getByTestId, container } = render(
    <div data-testid="picture" data-theme={theme} dir={dir} style={{ width, height, ...font }}>
      <MeetingStory title="Weekly sync" lobby={<ZoomLobby />} {...texts} />
    </div>,
  );
  await vi.waitFor(() => {
    const preview = container.querySelector<HTMLElement>('.rzm-preview');
    expect(preview?.dataset['camera']).toMatch(/^(on|unavailable)$/);
    expect(container.querySelector('video')?.readyState ?? 4).toBe(4);
    expect(container.querySelector('.rzm-microphone [role=status]')).not.toBeEmptyDOMElement();
  });
  const lobby = container.querySelector('.rzm-lobby')!;
  const preview = container.querySelector('.rzm-preview')!;
  expect([lobby.scrollWidth, preview.scrollHeight]).toEqual([lobby.clientWidth, preview.clientHeight]);
  return getByTestId('picture');
}

describe.each(pictures)('$name', ({ name, strings, ...box }) => {
  it.each(states)('lobby, %s', async (devices) => {
    const picture = await show(devices, box, { strings });
    const { violations } = await axe.run(picture);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([]);
    await expect.element(page.elementLocator(picture)).toMatchScreenshot(`lobby-${devices}-${name}`);
  });
});

describe.each(languages)('%s on a phone', (language) => {
  it.each(['ready', 'denied'] as const)('lobby, %s', async (devices) => {
    const picture = await show(devices, { theme: 'light', width: 343, height: 760 }, { language });
    await expect
      .element(page.elementLocator(picture))
      .toMatchScreenshot(`lobby-${devices}-phone-light-${language}`);
  });
});

it.each([
  [640, 480],
  [375, 600],
])('%i × %i: shows Join without scrolling', async (width, height) => {
  const picture = await show('ready', { theme: 'light', width, height }, {});
  const { scrollHeight, clientHeight } = picture.querySelector('.rzm-lobby')!;
  expect(scrollHeight).toBe(clientHeight);
  await expect
    .element(page.elementLocator(picture))
    .toMatchScreenshot(`lobby-ready-light-${width}x${height}`);
});

it('fits into the smallest view: clips nothing, and Join can be reached', async () => {
  restoreDevices = replaceDevices('ready');
  const { container, getByRole } = render(
    <div style={{ width: 320, height: 480 }}>
      <MeetingStory lobby={<ZoomLobby />} />
    </div>,
  );
  await vi.waitFor(() => expect(container.querySelector('video')?.readyState).toBe(4));
  const lobby = container.querySelector('.rzm-lobby')!;
  expect(lobby.scrollWidth).toBe(320);
  const join = getByRole('button', { name: 'Join' });
  join.scrollIntoView();
  const box = join.getBoundingClientRect();
  const view = lobby.getBoundingClientRect();
  expect(box.top).toBeGreaterThanOrEqual(view.top);
  expect(box.bottom).toBeLessThanOrEqual(view.bottom);
  expect(getByRole('button', { name: englishLobby['lobby.turnCameraOff'] })).toBeVisible();
});
