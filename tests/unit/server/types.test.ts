import ts from 'typescript';
import { expect, test } from 'vitest';

test('the types of ./server do not need @types/node', () => {
  const program = ts.createProgram(['src/server/index.ts'], {
    types: [],
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  });
  const files = program.getSourceFiles().map(({ fileName }) => fileName);
  expect(files.some((file) => file.endsWith('src/server/to-node-handler.ts'))).toBe(true);
  expect(files.filter((file) => file.includes('@types/node'))).toEqual([]);
  const messages = ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  expect(messages).toEqual([]);
}, 30_000);
