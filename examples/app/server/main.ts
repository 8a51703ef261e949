import { join } from 'node:path';
import express from 'express';
import { api } from './api';

// The production server: the API, and the page built by `npm run build`. During development, Vite does both.

const page = join(import.meta.dirname, '../client');
const port = process.env.PORT ?? 3000;

express()
  .use((_request, response, next) => {
    // These headers isolate the page, which the SDK requires to show several videos at once.
    response.set({
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'require-corp',
    });
    next();
  })
  .use(api)
  .use(express.static(page))
  .get('/{*path}', (_request, response) => response.sendFile('index.html', { root: page }))
  .listen(port, () => console.log(`http://localhost:${port}`));
