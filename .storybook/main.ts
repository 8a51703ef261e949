import type { StorybookConfig } from '@storybook/react-vite';
import { fileURLToPath } from 'node:url';

const src = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  features: { sidebarOnboardingChecklist: false },
  // It reads the props of what a component extends, too.
  typescript: { reactDocgen: 'react-docgen-typescript' },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (vite) => ({
    ...vite,
    // Works from any sub-path.
    base: './',
    resolve: {
      ...vite.resolve,
      alias: [
        { find: /^react-zoom-meeting$/, replacement: src('index.ts') },
        { find: /^react-zoom-meeting\/testing$/, replacement: src('testing/index.ts') },
        { find: /^react-zoom-meeting\/styles\.css$/, replacement: src('react/styles.css') },
      ],
    },
  }),
};

export default config;
