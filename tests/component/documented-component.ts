import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ComponentType } from 'react';
import { fencedBlocks } from '../unit/docs/fenced-blocks';

/** The component on a page of the docs, word for word. */
export async function documentedComponent<Props = object>(
  page: string,
  name: string,
): Promise<ComponentType<Props>> {
  const text = readFileSync(page, 'utf8');
  const block = fencedBlocks(text).find(({ code }) => new RegExp(`(function|const) ${name}\\b`).test(code));
  const folder = resolve('tests/.artifacts/documented-components');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.tsx`, block!.code);
  const module = (await import(/* @vite-ignore */ `${folder}/${name}.tsx`)) as Record<
    string,
    ComponentType<Props>
  >;
  return module[name]!;
}
