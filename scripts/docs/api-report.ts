import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';
import { root } from './entries';

/** The entries with types. `styles.css` has none, because its declaration is empty. */
const entries = ['index', 'server', 'testing'];

/**
 * Writes a file for each entry of the built package, with every export, its types, and the types that they use.
 * @param folder An existing folder. The files are called `index.api.md` and so on.
 */
export function writeApiReports(folder: string): void {
  const temporary = mkdtempSync(join(tmpdir(), 'api-report-'));
  try {
    for (const entry of entries) writeReport(entry, folder, temporary);
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function writeReport(entry: string, reportFolder: string, reportTempFolder: string): void {
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath: join(root, `dist/${entry}.d.ts`),
      newlineKind: 'lf',
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'es2022',
            module: 'esnext',
            moduleResolution: 'bundler',
            lib: ['es2022', 'dom', 'dom.iterable'],
            types: ['node'],
            strict: true,
            skipLibCheck: true,
          },
          files: [join(root, `dist/${entry}.d.ts`)],
        },
      },
      apiReport: {
        enabled: true,
        reportFileName: `${entry}.api.md`,
        reportFolder,
        reportTempFolder,
        includeForgottenExports: true,
      },
      docModel: { enabled: false },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // Types that are deliberately not exported, missing `@public` tags, and comments: `npm run docs` and its
        // test check those.
        extractorMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
        tsdocMessageReporting: { default: { logLevel: ExtractorLogLevel.None } },
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
  const { succeeded } = Extractor.invoke(config, {
    // Writes the report instead of failing on a difference.
    localBuild: true,
    messageCallback(message) {
      if (message.logLevel !== ExtractorLogLevel.Error) message.handled = true;
    },
  });
  if (!succeeded) throw new Error(`The types of dist/${entry}.d.ts could not be read.`);
}
