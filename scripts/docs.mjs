import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('docs/write-docs.ts', import.meta.url)));
await module.writeDocs(fileURLToPath(new URL('../docs', import.meta.url)));
