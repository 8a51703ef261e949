import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createSignatureHandler, toNodeHandler } from 'react-zoom-meeting/server';
import { serve } from './serve';
import { keys } from './signature-endpoint';
import { verifyByHand } from './sign-by-hand';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('answers ten thousand requests at once without losing or mixing up any, and releases the memory', async () => {
  let missing = 0;
  let letIn = () => {};
  let everybody = Promise.resolve();
  const authorize = async () => {
    missing -= 1;
    if (missing === 0) letIn();
    await everybody;
    return true;
  };
  const base = await serve(toNodeHandler(createSignatureHandler({ ...keys, authorize })));

  /** No request continues until all have arrived, so that all are in the handler at the same time. */
  async function wave() {
    const batches = Array.from({ length: 200 }, (_, socket) =>
      Array.from({ length: 50 }, (__, index) => String(1_000_000_000 + socket * 50 + index)),
    );
    missing = batches.flat().length;
    everybody = new Promise((resolve) => (letIn = resolve));
    const answers = await Promise.all(batches.map((batch) => askPipelined(base, batch)));
    const meetings = answers.flat().map((signature) => verifyByHand(signature, keys.sdkSecret).mn);
    expect(meetings).toEqual(batches.flat());
    // The memory of a closed socket is released a moment later.
    await setTimeout(50);
    collectGarbage();
    return process.memoryUsage().heapUsed;
  }

  // The first wave fills the pools and tables that Node and V8 keep permanently for the largest number of simultaneous requests.
  const before = await wave();
  const after = await wave();
  // 200 bytes per request.
  expect(after - before).toBeLessThan(2_000_000);
}, 60_000);

/**
 * Sends all requests at once on one connection, as HTTP/1.1 allows. The answers arrive in the order of the
 * requests.
 */
async function askPipelined(base: string, meetingNumbers: string[]): Promise<string[]> {
  const requests = meetingNumbers.map((meetingNumber, index) => {
    const content = JSON.stringify({ meetingNumber, role: 0 });
    return [
      'POST / HTTP/1.1',
      'Host: localhost',
      `Connection: ${index === meetingNumbers.length - 1 ? 'close' : 'keep-alive'}`,
      'Content-Type: application/json',
      `Content-Length: ${content.length}`,
      '',
      content,
    ].join('\r\n');
  });
  const socket = connect(Number(new URL(base).port), '127.0.0.1');
  let received = '';
  socket.setEncoding('utf8').on('data', (text) => (received += text));
  socket.write(requests.join(''));
  await once(socket, 'end');
  return [...received.matchAll(/"signature":"([^"]+)"/g)].map(([, signature]) => signature!);
}
