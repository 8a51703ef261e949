import { createServer } from 'node:http';
import { Readable } from 'node:stream';
import { runCli } from '../../src/cli/run-cli';
import { createSignatureHandler } from '../../src/server/create-signature-handler';
import { toNodeHandler } from '../../src/server/to-node-handler';
import { demoKeys } from '../../examples/demo/demo-keys';
import { issuingAhead } from '../../tests/stand-in/signer-clock';
import type { Files } from './make-pictures';

/** The ANSI codes that the command line uses, by number. */
const colours: Record<string, string> = {
  31: 'fill="#ff9d94"',
  32: 'fill="#6bd793"',
  33: 'fill="#ffb86b"',
  36: 'fill="#7db6ff"',
  1: 'font-weight="700"',
  2: 'fill="#9aa2ae"',
};
const fontSize = 14;
const lineHeight = 20;
/** The size of a monospaced letter, in px. */
const letter = 8.43;

/** The doctor's report on an endpoint whose clock is 20 s ahead, as shown in a terminal. */
export async function takeDoctor(): Promise<Files> {
  const sign = createSignatureHandler({ ...demoKeys, authorize: () => true, now: issuingAhead(20_000) });
  const server = createServer(toNodeHandler(sign));
  await new Promise<void>((resolve) => server.listen(3001, 'localhost', resolve));
  const command = [
    'doctor',
    '--url',
    'http://localhost:3001/api/zoom/signature',
    '--secret-env',
    'ZOOM_SDK_SECRET',
  ];
  let output = `$ npx react-zoom-meeting ${command.join(' ')}\n`;
  const print = (text: string) => void (output += text);
  await runCli(command, {
    stdout: print,
    stderr: print,
    stdin: Readable.from([]),
    env: { ZOOM_SDK_SECRET: demoKeys.sdkSecret },
    cwd: '.',
    colours: true,
  });
  server.close();
  return { 'doctor.svg': terminal(output.trimEnd().split('\n')) };
}

function terminal(lines: readonly string[]): string {
  // eslint-disable-next-line no-control-regex -- colours
  const longest = Math.max(...lines.map((line) => line.replace(/\u001b\[\d+m/g, '').length));
  const width = Math.ceil(longest * letter) + 40;
  const height = lines.length * lineHeight + 40;
  const rows = lines.map(
    (line, index) => `<text x="20" y="${34 + index * lineHeight}" xml:space="preserve">${spans(line)}</text>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="10" fill="#17191d"/>`,
    `<g fill="#f4f5f7" font-size="${fontSize}" font-family="ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono',monospace">`,
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** A line with its colours. */
function spans(line: string): string {
  // eslint-disable-next-line no-control-regex -- colours
  return line.replace(/\u001b\[(\d+)m(.*?)\u001b\[\d+m|[^\u001b]+/g, (text, code?: string, inner?: string) =>
    code === undefined ? escape(text) : `<tspan ${colours[code] ?? ''}>${escape(inner ?? '')}</tspan>`,
  );
}

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
