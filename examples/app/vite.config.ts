import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Connect, type Plugin } from 'vite';

/** Runs the server's API in Vite, so that one command starts both, on one origin. */
const api: Plugin = {
  name: 'api',
  configureServer(vite) {
    vite.middlewares.use((request, response, next) => {
      if (!request.url?.startsWith('/api/')) return next();
      vite
        .ssrLoadModule('/server/api.ts')
        .then((module) => (module as { api: Connect.NextHandleFunction }).api(request, response, next))
        .catch(next);
    });
  },
};

export default defineConfig(({ mode }) => {
  // For the server: Vite itself passes only variables that start with VITE_, and only to the page.
  Object.assign(process.env, loadEnv(mode, import.meta.dirname, ''));
  return {
    root: import.meta.dirname,
    plugins: [react(), api],
    server: {
      // The same headers as in server/main.ts.
      headers: {
        'Cross-Origin-Opener-Policy': 'same-origin',
        'Cross-Origin-Embedder-Policy': 'require-corp',
      },
    },
  };
});
