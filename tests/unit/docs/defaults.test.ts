import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { entries, root } from '../../../scripts/docs/entries';

const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile) as { config: object };
const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
const program = ts.createProgram(
  entries.map(({ path }) => join(root, path)),
  options,
);
const checker = program.getTypeChecker();
const ours = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(join(root, 'src')));

function visit(node: ts.Node, each: (node: ts.Node) => void): void {
  each(node);
  ts.forEachChild(node, (child) => visit(child, each));
}

/** The default in the comment of an option, if it is a value: `60 000`, `true`, or code. */
const documented = new Map<ts.Node, { name: string; value: string }>();
for (const file of ours) {
  visit(file, (node) => {
    if (!ts.isPropertySignature(node) || !ts.isInterfaceDeclaration(node.parent)) return;
    const comment = ts.displayPartsToString(
      checker.getSymbolAtLocation(node.name)?.getDocumentationComment(checker),
    );
    const [, value] = /\bDefault:? (`[^`]+`|\d[\d ]*|true|false)(?=[.,:;]|$)/.exec(comment) ?? [];
    const name = `${node.parent.name.text}.${node.name.getText()}`;
    if (value !== undefined)
      documented.set(node, {
        name,
        value: value
          .replaceAll('`', '')
          .replace(/(?<=\d) (?=\d)/g, '')
          .trim(),
      });
  });
}

/** The default of each omitted option, in every form that our code uses. */
const used = new Map<string, Set<string>>();
function note(symbol: ts.Symbol | undefined, value: ts.Expression): void {
  for (const declaration of symbol?.declarations ?? []) {
    const name = documented.get(declaration)?.name;
    if (name !== undefined) used.set(name, (used.get(name) ?? new Set()).add(textOf(value)));
  }
}
for (const file of ours) {
  visit(file, (node) => {
    // { option = value }
    if (ts.isBindingElement(node) && node.initializer && ts.isObjectBindingPattern(node.parent)) {
      const name = (node.propertyName ?? node.name).getText();
      for (const type of parts(checker.getTypeAtLocation(node.parent)))
        note(type.getProperty(name), node.initializer);
    }
    // options.option ?? value
    if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken &&
      ts.isPropertyAccessExpression(node.left)
    )
      note(checker.getSymbolAtLocation(node.left.name), node.right);
    // { option: value, ...options }
    if (ts.isObjectLiteralExpression(node)) {
      for (const [index, property] of node.properties.entries()) {
        if (!ts.isPropertyAssignment(property)) continue;
        for (const later of node.properties.slice(index + 1).filter(ts.isSpreadAssignment))
          for (const type of parts(checker.getTypeAtLocation(later.expression)))
            note(type.getProperty(property.name.getText()), property.initializer);
      }
    }
  });
}

/** Accepts types that may also be undefined. */
function parts(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}

/** The value of a literal, or of the constant that a name refers to. Any other expression as it is written. */
function textOf(value: ts.Expression): string {
  if (ts.isNumericLiteral(value) || ts.isStringLiteral(value)) return value.text;
  if (ts.isIdentifier(value)) {
    const symbol = checker.getSymbolAtLocation(value);
    const target = symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const declaration = target?.valueDeclaration;
    if (declaration && ts.isVariableDeclaration(declaration) && declaration.initializer)
      return textOf(declaration.initializer);
  }
  return value.getText();
}

/** The code derives it from another field first, which tests/unit/testing/joining.test.ts checks. */
const elsewhere: Record<string, string> = {
  'FakeJoinFailure.type': 'JOIN_MEETING_FAILED',
};

describe('documented defaults', () => {
  const all = [...documented.values()];

  it('are found', () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.map(({ name }) => name)).toContain('ZoomVideoOptions.isResizable');
  });

  it.each(all)('$name: $value', ({ name, value }) => {
    // An omitted option is falsy.
    const fallback = elsewhere[name] ?? (value === 'false' ? 'false' : undefined);
    expect([...(used.get(name) ?? [fallback])]).toEqual([value]);
  });
});
