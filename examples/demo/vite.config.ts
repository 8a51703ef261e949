import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import sirv from 'sirv';
import { defineConfig, type Plugin } from 'vite';
import type * as SignatureEndpoint from './signature-endpoint';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** Serves the signature endpoint, the SDK's files and MSW's worker from their original locations. */
const server: Plugin = {
  name: 'demo-server',
  configureServer(vite) {
    const { middlewares } = vite;
    middlewares.use('/api/zoom/signature', (request, response, next) => {
      // Vite loads it instead of this file, so that the library comes from `src` and needs no build.
      vite
        .ssrLoadModule('/signature-endpoint.ts')
        .then((module) => (module as typeof SignatureEndpoint).signatureEndpoint(request, response))
        .catch(next);
    });
    middlewares.use('/zoom-sdk', sirv(path('../../node_modules/@zoom/meetingsdk/dist')));
    const msw = sirv(path('../../node_modules/msw/lib'));
    middlewares.use((request, response, next) => {
      if (request.url?.split('?')[0] === '/mockServiceWorker.js') msw(request, response, next);
      else next();
    });
  },
};

const { CI, NO_OPEN, DISPLAY, WAYLAND_DISPLAY, ZOOM_SDK_KEY, ZOOM_SDK_SECRET } = process.env;
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);

export default defineConfig({
  root: path('.'),
  // The logo.
  publicDir: path('../../.storybook/public'),
  plugins: [react(), server],
  define: { __REAL_ZOOM__: JSON.stringify(Boolean(ZOOM_SDK_KEY && ZOOM_SDK_SECRET)) },
  resolve: {
    alias: [
      { find: /^react-zoom-meeting$/, replacement: path('../../src/index.ts') },
      { find: /^react-zoom-meeting\/server$/, replacement: path('../../src/server/index.ts') },
      { find: /^react-zoom-meeting\/styles\.css$/, replacement: path('../../src/react/styles.css') },
    ],
  },
  server: {
    // The page is isolated, so that the SDK shows several videos and all of its views.
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    },
    port: 5173,
    strictPort: false,
    open: hasDisplay && !CI && !NO_OPEN,
  },
});
