import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { defineConfig, mergeConfig, type Plugin } from 'vite';
import app from '../../examples/app/vite.config.ts';
import { demoKeys } from '../../examples/demo/demo-keys.ts';

// `npm run example`: the unchanged app of examples/app, with this repository's source and, without keys, the
// stand-in for Zoom.

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Serves MSW's worker and the SDK's files from their original locations. */
const files: Plugin = {
  name: 'stand-in-files',
  configureServer({ middlewares }) {
    middlewares.use('/zoom-sdk', sirv(path('../../node_modules/@zoom/meetingsdk/dist')));
    const msw = sirv(path('../../node_modules/msw/lib'));
    middlewares.use((request, response, next) => {
      if (request.url?.split('?')[0] === '/mockServiceWorker.js') msw(request, response, next);
      else next();
    });
  },
};

const { CI, NO_OPEN, DISPLAY, WAYLAND_DISPLAY } = process.env;
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);

export default defineConfig((env) => {
  const config = app(env);
  // `app` has already read .env.
  const { ZOOM_SDK_KEY, ZOOM_SDK_SECRET } = process.env;
  const hasKeys = Boolean(ZOOM_SDK_KEY && ZOOM_SDK_SECRET);
  if (!hasKeys) {
    process.env.ZOOM_SDK_KEY = demoKeys.sdkKey;
    process.env.ZOOM_SDK_SECRET = demoKeys.sdkSecret;
  }
  const page = hasKeys ? path('../../src/index.ts') : path('package-on-stand-in.ts');
  return mergeConfig(config, {
    plugins: [files],
    cacheDir: path('../../node_modules/.vite-example'),
    resolve: {
      alias: [
        { find: /^react-zoom-meeting$/, replacement: page },
        { find: /^react-zoom-meeting\/server$/, replacement: path('../../src/server/index.ts') },
        { find: /^react-zoom-meeting\/styles\.css$/, replacement: path('../../src/react/styles.css') },
      ],
    },
    server: { port: 5174, open: hasDisplay && !CI && !NO_OPEN },
  });
});
