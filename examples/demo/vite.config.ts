import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import sirv from 'sirv';
import { defineConfig, type Plugin } from 'vite';
import { toNodeHandler } from 'react-zoom-meeting/server';
import { signatureEndpoint } from './signature-endpoint';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** The signature endpoint, the SDK's files and MSW's worker, each from where it is. */
const server: Plugin = {
  name: 'demo-server',
  configureServer({ middlewares }) {
    middlewares.use('/api/zoom/signature', (request, response) => {
      request.url = request.originalUrl ?? request.url ?? '/';
      toNodeHandler(signatureEndpoint)(request, response);
    });
    middlewares.use('/zoom-sdk', sirv(path('../../node_modules/@zoom/meetingsdk/dist')));
    middlewares.use(
      '/msw',
      sirv(path('../../node_modules/msw/lib'), {
        setHeaders: (response) => response.setHeader('service-worker-allowed', '/'),
      }),
    );
  },
};

const isHeadless =
  process.env.CI || (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY);

export default defineConfig({
  root: path('.'),
  plugins: [react(), server],
  define: { __REAL_ZOOM__: JSON.stringify(Boolean(process.env.ZOOM_SDK_KEY && process.env.ZOOM_SDK_SECRET)) },
  resolve: {
    alias: [
      { find: /^react-zoom-meeting$/, replacement: path('../../src/index.ts') },
      { find: /^react-zoom-meeting\/styles\.css$/, replacement: path('../../src/react/styles.css') },
    ],
  },
  server: { port: 5173, open: !isHeadless },
});
