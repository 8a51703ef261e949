import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// The same as in `npm start`.
process.env.NODE_ENV = 'development';
const { module } = await runnerImport(fileURLToPath(new URL('pictures/make-pictures.ts', import.meta.url)));
await module.makePictures(process.argv.slice(2));
process.exit(0);
