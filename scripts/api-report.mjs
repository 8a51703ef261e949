import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('docs/api-report.ts', import.meta.url)));
module.writeApiReports(fileURLToPath(new URL('../etc', import.meta.url)));
