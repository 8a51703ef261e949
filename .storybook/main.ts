import type { StorybookConfig } from '@storybook/react-vite';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { writeDocsPages } from './docs-pages.ts';

const src = (path: string) => fileURLToPath(new URL(`../src/${path}`, import.meta.url));

/** Whether this Storybook has the SDK's files. The dev server always has them, the static site only on request, because it is published. */
const hasRealSdk = (configType: string | undefined) =>
  configType === 'DEVELOPMENT' || process.env['REAL_SDK'] === '1';
const sdkDist = '../node_modules/@zoom/meetingsdk/dist';
/** The files for the stories with the real SDK: those of the installed package, and MSW's worker. */
const realSdkFiles = [
  ...['zoomus-websdk-embedded.umd.min.js', 'lib/vendor', 'lib/av'].map((path) => ({
    from: `${sdkDist}/${path}`,
    to: `/zoom-sdk/${path}`,
  })),
  { from: '../node_modules/msw/lib/mockServiceWorker.js', to: '/mockServiceWorker.js' },
];

const docsPages = writeDocsPages();

/** Shows the library's messages for developers here as well, also in the built site. */
const asInDevelopment: Plugin = {
  name: 'as-in-development',
  enforce: 'pre',
  transform: {
    filter: { id: /\/src\/react\/.*\.tsx$/ },
    handler: (code) => code.replaceAll('process.env.NODE_ENV', "'development'"),
  },
};

const config: StorybookConfig = {
  framework: '@storybook/react-vite',
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  features: { sidebarOnboardingChecklist: false },
  typescript: {
    // It also reads the props of the types that a component extends.
    reactDocgen: 'react-docgen-typescript',
    // It mistakes any exported object for a component, and modifies it.
    reactDocgenTypescriptOptions: { include: ['**/src/react/**/*.tsx', '**/stories/meeting-story.tsx'] },
  },
  // Isolated, so that the SDK shows several videos and all of its views. A static site needs a host that sends these headers.
  core: { crossOriginIsolated: true, disableTelemetry: true, disableWhatsNewNotifications: true },
  staticDirs: (dirs = [], { configType }) => [
    ...dirs,
    './public',
    { from: '../docs/pictures', to: '/pictures' },
    ...(hasRealSdk(configType) ? realSdkFiles : []),
  ],
  viteFinal: (vite, { configType }) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), asInDevelopment],
    define: {
      ...vite.define,
      __REAL_SDK__: JSON.stringify(hasRealSdk(configType)),
      __DOCS_PAGES__: JSON.stringify(docsPages),
    },
    // Works on any sub-path.
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
