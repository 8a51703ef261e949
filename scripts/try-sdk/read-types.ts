import ts from 'typescript';

/** The declarations in the `embedded.d.ts` of a version of the SDK: each name with its type as text. */
export interface SdkTypes {
  /** The client's methods. */
  methods: Record<string, string>;
  /** The client's events, with their callbacks. */
  events: Record<string, string>;
  /** The members of every other type, e.g. `InitOptions.customize.video.isResizable`. */
  members: Record<string, string>;
}

/** Reads the file at this path. */
export function readTypes(path: string): SdkTypes {
  const program = ts.createProgram([path], { target: ts.ScriptTarget.ES2022, strict: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(path)!;
  const types: SdkTypes = { methods: {}, events: {}, members: {} };

  for (const symbol of checker.getExportsOfModule(checker.getSymbolAtLocation(source)!)) {
    const { name, declarations = [] } = symbol;
    const [declaration] = declarations;
    if (!declaration || name === 'default' || name === 'ZoomMtgEmbedded') continue;
    if (name === 'EmbeddedClient') readClient(symbol);
    else if (ts.isEnumDeclaration(declaration)) readEnum(name, declaration);
    else if (ts.isFunctionDeclaration(declaration)) types.members[name] = signaturesOf(symbol);
    else readMembers(name, checker.getDeclaredTypeOfSymbol(symbol), declaration);
  }
  return types;

  function readClient(client: ts.Symbol): void {
    for (const method of checker.getExportsOfModule(client)) {
      const { name, declarations = [] } = method;
      if (name !== 'on') types.methods[name] = signaturesOf(method);
      else for (const on of declarations) if (ts.isFunctionDeclaration(on)) readEvent(on);
    }
  }

  function readEvent({ parameters: [event, callback] }: ts.FunctionDeclaration): void {
    const name = checker.getTypeAtLocation(event!) as ts.StringLiteralType;
    types.events[name.value] = textOf(checker.getTypeAtLocation(callback!), callback!);
  }

  function readEnum(name: string, { members }: ts.EnumDeclaration): void {
    for (const member of members)
      types.members[`${name}.${member.name.getText()}`] = String(checker.getConstantValue(member));
  }

  /** A type without members counts as a member itself. Types of the browser have no relevant members. */
  function readMembers(path: string, type: ts.Type, at: ts.Node): void {
    const properties = isZooms(type) ? checker.getPropertiesOfType(type) : [];
    if (properties.length === 0) types.members[path] = textOf(type, at, ts.TypeFormatFlags.InTypeAlias);
    for (const property of properties) {
      const member = checker.getTypeOfSymbolAtLocation(property, at);
      const name = `${path}.${property.name}`;
      const inner = checker.getNonNullableType(member);
      if (isTypeLiteral(inner)) readMembers(name, inner, at);
      else types.members[name] = textOf(member, at);
    }
  }

  function isZooms(type: ts.Type): boolean {
    return !!(type.flags & ts.TypeFlags.Object) && type.symbol?.declarations?.[0]?.getSourceFile() === source;
  }
  function isTypeLiteral(type: ts.Type): boolean {
    return isZooms(type) && !!(type.symbol.flags & ts.SymbolFlags.TypeLiteral);
  }
  function textOf(type: ts.Type, at: ts.Node, flags = ts.TypeFormatFlags.None): string {
    return checker.typeToString(type, at, flags | ts.TypeFormatFlags.NoTruncation);
  }
  function signaturesOf(symbol: ts.Symbol): string {
    const type = checker.getTypeOfSymbol(symbol);
    return type
      .getCallSignatures()
      .map((signature) => checker.signatureToString(signature, undefined, ts.TypeFormatFlags.NoTruncation))
      .join('; ');
  }
}
