import { GLOBALS_UPDATED, SET_GLOBALS } from 'storybook/internal/core-events';
import { addons } from 'storybook/manager-api';
import { themes } from './brand';
import { onSystemScheme, schemeOf } from './scheme';

/** These pages have no controls, so the controls panel would only take up space. */
const isWithoutPanel = (storyId = '') => /^(overview|live-tour)-/.test(storyId);

addons.setConfig({
  theme: themes[schemeOf(undefined)],
  sidebar: { collapsedRoots: ['reference'] },
  layoutCustomisations: {
    showPanel: ({ storyId }, byDefault) => byDefault && !isWithoutPanel(storyId),
  },
});

// Storybook's own theme follows the toolbar, or else the system.
addons.register('react-zoom-meeting/theme', (api) => {
  let chosen: unknown;
  const apply = () => api.setOptions({ theme: themes[schemeOf(chosen)] });
  for (const event of [SET_GLOBALS, GLOBALS_UPDATED]) {
    api.on(event, ({ globals }: { globals: Record<string, unknown> }) => {
      if (globals['theme'] === chosen) return;
      chosen = globals['theme'];
      apply();
    });
  }
  onSystemScheme(apply);
});
