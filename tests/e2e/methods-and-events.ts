import type { Opened } from './harness';

/** The methods and events that the client on the page really has, sorted. */
export function methodsAndEvents({ page }: Opened): Promise<{ methods: string[]; events: unknown[] }> {
  return page.evaluate(() => {
    const client = harness.meeting.current!.client!;
    const methods: string[] = [];
    for (let at: object = client; at !== Object.prototype; at = Object.getPrototypeOf(at) as object) {
      methods.push(...Object.getOwnPropertyNames(at).filter((name) => name !== 'constructor'));
    }
    // `on()` looks the name up in the list of all events.
    const events: unknown[] = [];
    const { includes } = Array.prototype;
    Array.prototype.includes = function (this: unknown[], ...args: [unknown]) {
      if (args[0] === 'no-such-event') events.push(...this);
      return includes.apply(this, args);
    };
    client.on('no-such-event', () => {});
    Array.prototype.includes = includes;
    return { methods: methods.sort(), events: events.sort() };
  });
}
