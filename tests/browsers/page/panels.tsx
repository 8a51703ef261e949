import '@fontsource/inter/latin-400.css';
import axe from 'axe-core';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '../../../src/react/styles.css';
import { PanelOf, panelStates } from '../../../stories/panel-of-state';

/** The appearance of an element: its position in the panel, in CSS pixels, and its styles. */
export interface Look {
  what: string;
  box: { x: number; y: number; width: number; height: number };
  styles: Record<string, string>;
}

const compared = [
  ...['color', 'backgroundColor', 'borderTopColor', 'borderTopWidth', 'borderTopLeftRadius', 'opacity'],
  ...['textAlign', 'display'],
] as const;
const ofText = ['fontFamily', 'fontSize', 'fontWeight', 'lineHeight'] as const;

function lookOf(element: Element, panel: DOMRect): Look {
  const { x, y, width, height } = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const hasText = [...element.childNodes].some(({ nodeType }) => nodeType === Node.TEXT_NODE);
  // Engines write mixed colours with different numbers of digits.
  const plain = (value: string) => value.replace(/\d+\.\d+/g, (number) => Number(number).toFixed(2));
  return {
    what: `${element.localName}.${element.getAttribute('class') ?? ''}`,
    box: { x: x - panel.x, y: y - panel.y, width, height },
    styles: Object.fromEntries(
      [...compared, ...(hasText ? ofText : [])].map((name) => [name, plain(style[name])]),
    ),
  };
}

/** Every panel on a phone and on a desktop, light and dark, by name. */
function looks(): Record<string, Look[]> {
  const panels = [...document.querySelectorAll<HTMLElement>('[data-panel]')];
  return Object.fromEntries(
    panels.map((panel) => {
      const box = panel.getBoundingClientRect();
      return [
        panel.dataset['panel']!,
        // Whole pictures, because engines measure parts of them differently.
        [...panel.querySelectorAll('*:not(svg *)')].map((element) => lookOf(element, box)),
      ];
    }),
  );
}

/**
 * Elements whose text does not fit, and the findings of axe. A panel is part of a page, and has no landmarks of
 * its own.
 */
async function faults(): Promise<string[]> {
  const clipped = [...document.querySelectorAll('[data-panel] *')].filter(
    ({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1,
  );
  const off = ['region', 'landmark-one-main', 'page-has-heading-one', 'landmark-unique', 'duplicate-id-aria'];
  const { violations } = await axe.run('[data-panel]', {
    rules: Object.fromEntries(off.map((rule) => [rule, { enabled: false }])),
  });
  return [
    ...clipped.map((element) => `clipped: ${element.outerHTML}`),
    ...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`)),
  ];
}

const pictures = [
  { on: 'a phone, light', theme: 'light', width: 343 },
  { on: 'a desktop, dark', theme: 'dark', width: 620 },
];

const still = document.createElement('style');
still.textContent = '* { animation: none !important; transition: none !important; }';
document.head.append(still);

flushSync(() =>
  createRoot(document.getElementById('app')!).render(
    pictures.map(({ on, theme, width }) =>
      Object.entries(panelStates).map(([name, state]) => (
        <div
          key={`${name} ${on}`}
          data-panel={`${name} on ${on}`}
          data-theme={theme}
          style={{ width, ...{ '--rzm-font-family': 'Inter' } }}
        >
          <PanelOf state={state} width={width} height={360} title="Weekly sync" />
        </div>
      )),
    ),
  ),
);
void document.fonts.load('16px Inter').then(() => Object.assign(globalThis, { looks, faults }));

declare global {
  /** Set when the font is loaded. */
  var looks: () => Record<string, Look[]>;
  var faults: () => Promise<string[]>;
}
