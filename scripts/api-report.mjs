import { fileURLToPath } from 'node:url';
import { importTypeScript } from './import-typescript.mjs';

const { writeApiReports } = await importTypeScript('docs/api-report.ts');
writeApiReports(fileURLToPath(new URL('../etc', import.meta.url)));
