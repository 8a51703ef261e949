import { importTypeScript } from './import-typescript.mjs';

// The same as in `npm start`.
process.env.NODE_ENV = 'development';
const { makePictures } = await importTypeScript('pictures/make-pictures.ts');
await makePictures(process.argv.slice(2));
process.exit(0);
