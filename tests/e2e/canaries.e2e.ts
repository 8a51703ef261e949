import { describe, expect, vi } from 'vitest';
import { gone, it, lastError, reactVersion, sdkSecret, signer, useBrowser, type Opened } from './harness';

useBrowser();

const password = 'canaryPass3e77';
const sent = { zak: 'canary-zak-51c0', tk: 'canary-tk-77aa', recordingToken: 'canary-recording-08de' };

/**
 * Records logs, the URLs of the history and of sockets, and values written to storage, even if they are removed
 * later.
 */
const record = `
const recorded = (globalThis.recorded = { console: [], history: [], storage: [], sockets: [] });
for (const method of ['debug', 'log', 'info', 'warn', 'error', 'trace', 'table', 'dir']) {
  const original = console[method].bind(console);
  console[method] = (...args) => { recorded.console.push(args); original(...args); };
}
for (const method of ['pushState', 'replaceState']) {
  const original = history[method].bind(history);
  history[method] = (...args) => { recorded.history.push(args); original(...args); };
}
const { setItem } = Storage.prototype;
Storage.prototype.setItem = function (key, value) {
  recorded.storage.push([key, value]);
  return setItem.call(this, key, value);
};
const Socket = WebSocket;
globalThis.WebSocket = class extends Socket {
  constructor(...args) { super(...args); recorded.sockets.push(String(args[0])); }
};`;

/** A page whose endpoint sends canaries with its signatures. `leaks` reports where they are. */
async function plant(open: (setup: object) => Promise<Opened>, answer: Record<string, string>) {
  const canaries: Record<string, string> = { sdkSecret, password, ...answer };
  const sign = signer();
  let count = 0;
  const opened = await open({
    before: record,
    async signature(request: Request) {
      const { signature } = (await (await sign(request, 0)).json()) as { signature: string };
      count += 1;
      canaries[`signature ${count}`] = signature.split('.')[2]!;
      return Response.json({ signature, ...answer });
    },
  });
  /** The URL of every request, including those of workers. */
  const urls: string[] = [];
  opened.context.on('request', (request) => urls.push(request.url()));
  return {
    ...opened,
    leaks: () =>
      opened.page.evaluate(
        ([planted, requested]) => {
          const { recorded } = globalThis as unknown as { recorded: Record<string, unknown> };
          return harness.findCanaries(planted, {
            'the console': recorded['console'],
            'the history': recorded['history'],
            'the values written to storage': recorded['storage'],
            'the URL of a socket': recorded['sockets'],
            'the URL of a request': requested,
          });
        },
        [canaries, urls] as const,
      ),
  };
}

/** The SDK takes more than a second to leave. */
const expectLeaks = ({ leaks }: Awaited<ReturnType<typeof plant>>, expected: string[]) =>
  vi.waitFor(async () => expect(await leaks()).toEqual(expected), { timeout: 20_000, interval: 500 });

/**
 * The SDK keeps the tokens of a join in `sessionStorage` for a reload of the tab. This library removes them when
 * the meeting is left (observed with 6.2.0).
 */
const written = ['recordingToken', 'tk', 'zak'].map((name) => `${name} in the values written to storage`);
const stored = [
  'recordingToken in sessionStorage WEB_CLIENT_RECORDING_TOKEN',
  'tk in sessionStorage WEB_CLIENT_TK',
  'zak in sessionStorage WEB_CLIENT_ZSK',
];
/**
 * The SDK passes everything that it joined with through its own components until its view is unmounted (observed
 * with 6.2.0).
 */
const rendered = ['password', 'recordingToken', 'signature 1', 'tk', 'zak'].map(
  (name) => `${name} in the SDK's React`,
);

describe.concurrent(`secrets on a page with the real SDK, on React ${reactVersion}`, () => {
  it('only the SDK has secrets while joined, and nothing has them after leaving', async ({ open }) => {
    const opened = await plant(open, { ...sent, password });
    await opened.mount();
    await opened.waitFor('joined');
    await opened.page.waitForTimeout(2000);
    expect(opened.standIn.forms[0]).toMatchObject({ tk: sent.tk });
    expect(await opened.leaks()).toEqual([...rendered, ...stored, ...written].sort());
    await opened.page.evaluate(() => harness.unmount());
    await gone(opened);
    await expectLeaks(opened, written);
  });

  it('nothing has them after 3712 and a refusal that repeats them', async ({ open }) => {
    const opened = await plant(open, { ...sent, password });
    const text = `Refused: ${Object.values(sent).join(', ')}, ${password}`;
    opened.standIn.next({ info: 3712 }, { info: 3001, text }, { info: 3001, text });
    await opened.mount();
    await opened.waitFor('failed');
    expect(await lastError(opened)).toMatchObject({
      reason: 'Refused: [redacted], [redacted], [redacted], [redacted]',
    });
    await expectLeaks(opened, written);
  });

  it('a wrong passcode is only in the input', async ({ open }) => {
    const opened = await plant(open, sent);
    opened.standIn.meeting.passcode = 'another';
    await opened.mount();
    await opened.waitFor('failed');
    await opened.page.getByLabel('Meeting passcode').fill(password);
    await opened.page.getByRole('button', { name: 'Join' }).click();
    await opened.page.waitForSelector('.rzm-error');
    await expectLeaks(opened, ['password in the value of <input>', ...written]);
  });
});
