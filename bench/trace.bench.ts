import { test } from 'vitest';
import { browserTrace, useBrowser } from './browser';
import { inPage } from './joins';

useBrowser();

/** The trace events that are worth listing. None of them contains another. */
const kinds: Readonly<Record<string, string>> = {
  EvaluateScript: 'evaluate',
  'v8.compile': 'compile',
  'v8.wasm.compileDecodedModule': 'compile WebAssembly',
};

interface TraceEvent {
  name: string;
  /** Processor time, in µs. */
  tdur?: number;
  args: { data?: { url?: string; fileName?: string } };
}

/**
 * Prints what the page's threads do during a cold join of this library until it has joined. In processor time,
 * which other processes do not affect.
 */
test('trace of a cold join', async () => {
  const events = await inPage({}, async (opened) => {
    const stop = await browserTrace(opened.page);
    await opened.go('ours', 'auto');
    const joined = await opened.time('joined');
    const requests = await opened.page.evaluate(() =>
      (performance.getEntriesByType('resource') as PerformanceResourceTiming[]).map(
        ({ name, startTime, responseEnd, transferSize }) => ({ name, startTime, responseEnd, transferSize }),
      ),
    );
    const marks = [`joined ${Math.round(joined)} ms`];
    for (const { name, startTime, responseEnd, transferSize } of requests) {
      const file = new URL(name).pathname.split('/').at(-1);
      marks.push(`${file}: ${Math.round(startTime)} to ${Math.round(responseEnd)} ms, ${transferSize} bytes`);
    }
    console.log(marks.join('\n'));
    return (JSON.parse(await stop()) as { traceEvents: TraceEvent[] }).traceEvents;
  });
  const times = new Map<string, number>();
  for (const { name, tdur = 0, args } of events) {
    const kind = kinds[name];
    const url = args.data?.url ?? args.data?.fileName ?? '';
    if (!kind) continue;
    const key = `${kind} ${url.split('/').at(-1)}`;
    times.set(key, (times.get(key) ?? 0) + tdur / 1000);
  }
  const lines = [...times].sort(([, a], [, b]) => b - a).slice(0, 25);
  console.log(lines.map(([key, ms]) => `${ms.toFixed(0).padStart(6)} ms  ${key}`).join('\n'));
});
