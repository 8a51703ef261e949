import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ComponentType } from 'react';
import { expect, it, vi } from 'vitest';
import { createFakeSignature, createFakeZoomSdk } from '../../src/testing';
import { fencedBlocks } from '../unit/docs/fenced-blocks';

const fake = createFakeZoomSdk();
vi.mock('../../src/sdk/script-sdk', async (original) => ({
  ...(await original<object>()),
  scriptSdk: () => fake,
}));
vi.stubGlobal('fetch', async () => Response.json({ signature: createFakeSignature() }));

/** The file in the recipe, word for word. */
async function recipe(): Promise<{ App: ComponentType }> {
  const page = readFileSync('docs/recipes/react-router.md', 'utf8');
  const { code } = fencedBlocks(page).find(({ path }) => path === 'src/app.tsx')!;
  const folder = resolve('tests/.artifacts/react-router-recipe');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/app.tsx`, code);
  return import(/* @vite-ignore */ `${folder}/app.tsx`) as Promise<{ App: ComponentType }>;
}

const press = (name: string) => fireEvent.click(screen.getByText(name));

it('docs/recipes/react-router.md: joins when asked to, and stays joined across routes', async () => {
  const { App } = await recipe();
  render(<App />);
  await new Promise((done) => setTimeout(done, 200));
  expect(fake.state).toBe('idle');

  press('Join');
  await screen.findByText('Back to the meeting');
  expect(document.querySelector('.rzm-view .rzm-sdk-root')).not.toBeNull();

  history.back();
  await waitFor(() => expect(document.querySelector('.rzm-view')).toBeNull());
  await new Promise((done) => setTimeout(done, 300));
  expect(fake.state).toBe('joined');

  press('Back to the meeting');
  await waitFor(() => expect(document.querySelector('.rzm-view .rzm-sdk-root')).not.toBeNull());
  press('Leave');
  await waitFor(() => expect(fake.state).toBe('idle'));
  expect(screen.queryByText('Back to the meeting')).toBeNull();
});
