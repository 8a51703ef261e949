import { expect, it } from 'vitest';
import { asGuest, asHost, unanswered } from '../../e2e/client-actions';
import { typedEvents, typedMethods } from '../../e2e/client-names';
import recorded from '../../e2e/conformance/sdk-6.2.0.json';
import { usedOfTheSdk } from './used-of-the-sdk';

/** The calls in the steps of the scenarios, and the getters that `look` reads. */
const lines = Object.values<string[]>(recorded).flat();
const looksAt = ['getCurrentUser', 'getAttendeeslist', 'getCurrentMeetingInfo'];
const inScenarios = {
  methods: new Set([...lines.map((line) => /^(\w+) \d+ /.exec(line)?.[1]), ...looksAt]),
  events: new Set(lines.map((line) => /^listener \d+: ([\w-]+) /.exec(line)?.[1])),
};
/** The methods that the table calls on the real SDK and on the fake. */
const inTable = new Set([...asGuest, ...asHost, ...unanswered].map(({ method }) => method as string));

/**
 * The SDK's audio and video measurements. The stand-in carries no media, so what the library does with them is
 * tested on the fake.
 */
const notCompared = new Set([
  'audio-statistic-data-change',
  'video-statistic-data-change',
  'share-statistic-data-change',
]);

const used = usedOfTheSdk();
const isMissing = (name: string) => !notCompared.has(name);

it('the list of SDK names that the library uses is not empty and has only names of the SDK', () => {
  expect([...used.methods]).toEqual(
    expect.arrayContaining(['join', 'leaveMeeting', 'getAttendeeslist', 'mute']),
  );
  expect([...used.events]).toEqual(
    expect.arrayContaining(['connection-change', 'user-added', 'active-speaker']),
  );
  expect([...used.methods].filter((name) => !(name in typedMethods))).toEqual([]);
  expect([...used.events].filter((name) => !(name in typedEvents))).toEqual([]);
});

it('each method that the library uses has a test on the fake and the real SDK', () => {
  const compared = (name: string) => inScenarios.methods.has(name) || inTable.has(name);
  expect([...used.methods].filter((name) => !compared(name) && isMissing(name))).toEqual([]);
});

it('each event that the library uses has a test on the fake and the real SDK', () => {
  expect([...used.events].filter((name) => !inScenarios.events.has(name) && isMissing(name))).toEqual([]);
});

it('each exception is used by the library and has no such test', () => {
  const names = [...used.methods, ...used.events];
  const compared = (name: string) =>
    inScenarios.methods.has(name) || inTable.has(name) || inScenarios.events.has(name);
  expect([...notCompared].filter((name) => !names.includes(name) || compared(name))).toEqual([]);
});
