import { fileURLToPath } from 'node:url';
import { importTypeScript } from './import-typescript.mjs';

const { writeDocs } = await importTypeScript('docs/write-docs.ts');
await writeDocs(fileURLToPath(new URL('../docs', import.meta.url)));
