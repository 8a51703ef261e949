import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A piece of code from a page. */
export interface Snippet {
  name: string;
  /** Its assumed path, from which imports of `./` are resolved. */
  path: string;
  code: string;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const names = fileURLToPath(new URL('your-app.d.ts', import.meta.url));

/**
 * The errors that TypeScript reports for each snippet, by name: `line: message`. All snippets form one program, on
 * the sources of this library, with the options of our own tsconfig and the names that `your-app.d.ts` declares.
 */
export function typecheck(snippets: readonly Snippet[]): Map<string, string[]> {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options: ours } = ts.parseJsonConfigFileContent(
    { ...config, files: [], include: [] },
    ts.sys,
    root,
  );
  // As in a Vite app, for `import.meta.env`.
  const options = { ...ours, types: ['node', 'vite/client'] };
  // Below the repository, so that packages can be resolved, in a folder that does not exist.
  const files = new Map(snippets.map((snippet) => [`${root}.snippets/${snippet.path}`, snippet]));
  const folders = new Set(
    [...files.keys()].flatMap((file) => file.split('/').map((_, at, parts) => parts.slice(0, at).join('/'))),
  );

  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, directoryExists, getSourceFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.directoryExists = (folder) => folders.has(folder) || directoryExists!(folder);
  host.readFile = (file) => files.get(file)?.code ?? readFile(file);
  host.getSourceFile = (file, languageVersion, ...rest) => {
    const snippet = files.get(file);
    // The last line makes it a module, so that its names are not global.
    return snippet
      ? ts.createSourceFile(file, `${snippet.code}\nexport {};`, languageVersion, true)
      : getSourceFile(file, languageVersion, ...rest);
  };

  const program = ts.createProgram([...files.keys(), names], options, host);
  return new Map(
    [...files].map(([file, { name }]) => {
      const source = program.getSourceFile(file)!;
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
      return [name, found.map((diagnostic) => describe(source, diagnostic))];
    }),
  );
}

function describe(source: ts.SourceFile, { start = 0, messageText }: ts.Diagnostic): string {
  const { line } = source.getLineAndCharacterOfPosition(start);
  return `${line + 1}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
}
