import type { SdkTypes } from './read-types';

/** The result of one scenario. */
export interface ScenarioResult {
  scenario: string;
  /** Why it failed. */
  failure?: string | undefined;
}

export interface Tried {
  version: string;
  types: SdkTypes;
  /** The client's methods and events in the browser. `undefined` if it did not join. */
  client: { methods: string[]; events: string[] } | undefined;
  /** Options that we pass, but that the SDK's code does not mention. */
  unknownOptions: string[];
  scenarios: ScenarioResult[];
}

export interface Ours {
  version: string;
  types: SdkTypes;
  methods: string[];
  events: string[];
}

/** Describes in words what is different in a version of the SDK. */
export function compare(ours: Ours, tried: Tried): string {
  const before = ours.types;
  const after = tried.types;
  const failed = tried.scenarios.filter(({ failure }) => failure !== undefined);
  return [
    `Zoom Meeting SDK ${tried.version}, compared with our types and with SDK ${ours.version}`,
    ...(tried.client
      ? [
          section(
            'The client’s methods in the browser, and ours',
            names(ours.methods),
            names(tried.client.methods),
          ),
          section(
            'The client’s events in the browser, and ours',
            names(ours.events),
            names(tried.client.events),
          ),
        ]
      : ['The client was not joined, so its methods and events are not known.']),
    `Options that we pass and that its code does not mention: ${tried.unknownOptions.join(', ') || 'none'}.`,
    section('Methods in Zoom’s types', before.methods, after.methods),
    section('Events in Zoom’s types', before.events, after.events),
    section('Options of init() in Zoom’s types', only(isInit, before), only(isInit, after)),
    section('Options of join() in Zoom’s types', only(isJoin, before), only(isJoin, after)),
    section('The rest of Zoom’s types', only(isOther, before), only(isOther, after)),
    [
      `Scenarios: ${tried.scenarios.length - failed.length} of ${tried.scenarios.length} passed.`,
      ...failed.map(({ scenario, failure }) => `  failed   ${scenario}: ${failure}`),
    ].join('\n'),
  ].join('\n\n');
}

/** The names that are new, removed and changed between two lists, each with its type. */
function section(title: string, before: Record<string, string>, after: Record<string, string>): string {
  const lines = [
    ...missing(before, after).map((name) => `  new      ${named(name, after)}`),
    ...missing(after, before).map((name) => `  gone     ${named(name, before)}`),
    ...Object.keys(before)
      .filter((name) => name in after && before[name] !== after[name])
      .map((name) => `  changed  ${named(name, before)}\n        →  ${named(name, after)}`),
  ];
  if (lines.length === 0) return `${title}: no change (${Object.keys(after).length}).`;
  return [`${title}:`, ...lines].join('\n');
}

const missing = (from: Record<string, string>, within: Record<string, string>) =>
  Object.keys(within).filter((name) => !(name in from));
function named(name: string, types: Record<string, string>): string {
  const type = types[name]!;
  if (type === '') return name;
  return type.startsWith('(') ? `${name}${type}` : `${name}: ${type}`;
}
const names = (list: string[]) => Object.fromEntries(list.map((name) => [name, '']));

const isInit = (name: string) =>
  /^(InitOptions|VideoOptions|PopperStyle|PositionStyle|Custom\w+)\b/.test(name);
const isJoin = (name: string) => name.startsWith('JoinOptions.');
const isOther = (name: string) => !isInit(name) && !isJoin(name);
const only = (isWanted: (name: string) => boolean, { members }: SdkTypes) =>
  Object.fromEntries(Object.entries(members).filter(([name]) => isWanted(name)));
