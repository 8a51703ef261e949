import * as client from '../../../src';
import * as server from '../../../src/server';
import * as testing from '../../../src/testing';

const entries = {
  'react-zoom-meeting': client,
  'react-zoom-meeting/server': server,
  'react-zoom-meeting/testing': testing,
};

/** The names that an example can use besides the exports of this library and the names of `your-app.d.ts`. */
const around = `
import type { SignatureFetcher } from 'react-zoom-meeting';
declare const meetingNumber: string, userName: string, signature: string;
declare const fetchSignature: SignatureFetcher;
declare const app: { post(path: string, handler: (...args: never[]) => unknown): void };
declare function setSpeaker(userId: number | undefined): void;
declare function App(): null;
`;

/** The module around an example in a doc comment. An example that imports what it uses is already a module. */
export function wholeExample(code: string): string {
  if (/^import /m.test(code)) return code;
  const imports = Object.entries(entries).map(([entry, exports]) => {
    const used = Object.keys(exports).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
    return `import { ${used.join(', ')} } from '${entry}';`;
  });
  return `${imports.join('\n')}${around}async function example() {\n${code.replace(/^export /gm, '')}\n}`;
}
