import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { typedEvents } from '../../e2e/client-names';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The types of the SDK's client and the fake do not count as uses. */
const usesNothing = /src\/(?:testing\/|sdk\/zoom-)/;

/** The parts of the SDK's client that the library uses. */
export interface UsedOfTheSdk {
  methods: Set<string>;
  events: Set<string>;
}

/**
 * Reads the library's code: the members of a `ZoomClient` that it accesses, and the strings that are names of
 * events.
 */
export function usedOfTheSdk(): UsedOfTheSdk {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [], include: [] }, ts.sys, root);
  const program = ts.createProgram([`${root}src/index.ts`], options);
  const checker = program.getTypeChecker();
  const members = membersOfClient(program, checker);
  const used: UsedOfTheSdk = { methods: new Set(), events: new Set() };

  function visit(node: ts.Node): void {
    if (ts.isStringLiteral(node) && node.text in typedEvents) used.events.add(node.text);
    if (ts.isPropertyAccessExpression(node)) {
      const declaration = checker.getSymbolAtLocation(node.name)?.declarations?.[0];
      if (declaration && members.has(declaration)) used.methods.add(node.name.text);
    }
    ts.forEachChild(node, visit);
  }
  for (const source of program.getSourceFiles()) {
    if (source.fileName.startsWith(`${root}src/`) && !usesNothing.test(source.fileName)) visit(source);
  }
  return used;
}

/** The declarations of the client's members, which are spread over several files. */
function membersOfClient(program: ts.Program, checker: ts.TypeChecker): Set<ts.Declaration> {
  const source = program.getSourceFile(`${root}src/sdk/zoom-client.ts`)!;
  const client = source.statements.find(
    (statement): statement is ts.InterfaceDeclaration =>
      ts.isInterfaceDeclaration(statement) && statement.name.text === 'ZoomClient',
  )!;
  const properties = checker.getPropertiesOfType(checker.getTypeAtLocation(client));
  return new Set(properties.flatMap(({ declarations = [] }) => declarations));
}
