import { expect, it } from 'vitest';
import { asGuest, asHost, unanswered } from '../../e2e/client-actions';
import { typedEvents, typedMethods } from '../../e2e/client-names';
import recorded from '../../e2e/conformance/sdk-6.2.0.json';
import { usedOfTheSdk } from './used-of-the-sdk';

/** What the steps of the scenarios do, and what `look` reads. */
const lines = Object.values<string[]>(recorded).flat();
const looksAt = ['getCurrentUser', 'getAttendeeslist', 'getCurrentMeetingInfo'];
const inScenarios = {
  methods: new Set([...lines.map((line) => /^(\w+) \d+ /.exec(line)?.[1]), ...looksAt]),
  events: new Set(lines.map((line) => /^listener \d+: ([\w-]+) /.exec(line)?.[1])),
};
/** What the table calls, on the real SDK and on the fake. */
const inTable = new Set([...asGuest, ...asHost, ...unanswered].map(({ method }) => method as string));

const used = usedOfTheSdk();

it('the list of what the library uses is not empty, and has names of the SDK only', () => {
  expect([...used.methods]).toEqual(
    expect.arrayContaining(['join', 'leaveMeeting', 'getAttendeeslist', 'mute']),
  );
  expect([...used.events]).toEqual(
    expect.arrayContaining(['connection-change', 'user-added', 'active-speaker']),
  );
  expect([...used.methods].filter((name) => !(name in typedMethods))).toEqual([]);
  expect([...used.events].filter((name) => !(name in typedEvents))).toEqual([]);
});

it('each method that the library uses is compared on the fake and the real SDK', () => {
  expect([...used.methods].filter((name) => !inScenarios.methods.has(name) && !inTable.has(name))).toEqual(
    [],
  );
});

it('each event that the library uses is compared on the fake and the real SDK', () => {
  expect([...used.events].filter((name) => !inScenarios.events.has(name))).toEqual([]);
});
