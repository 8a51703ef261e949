import { fileURLToPath } from 'node:url';
import { test } from 'vitest';
import * as library from '../dist/index.js';
import { bundledSize, inFolderWith, installedVersion, type Product, type Sizes } from './sizes';

declare module 'vitest' {
  export interface TaskMeta {
    sizes?: Sizes[];
  }
}

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = fileURLToPath(new URL('../dist/index.js', import.meta.url));

/** The meeting as a component, joining without it, the lobby, who is there. */
const ours = [['ZoomMeeting'], ['useZoomClient'], ['ZoomLobby'], ['useParticipants']];

const others: readonly Product[] = [
  {
    name: 'LiveKit',
    packages: ['@livekit/components-react', 'livekit-client'],
    sdk: ['livekit-client'],
    imports: [
      { '@livekit/components-react': ['LiveKitRoom', 'VideoConference'] },
      { '@livekit/components-react': ['useLiveKitRoom'] },
      { '@livekit/components-react': ['PreJoin'] },
      { '@livekit/components-react': ['useParticipants'] },
    ],
  },
  {
    name: 'Daily',
    packages: ['@daily-co/daily-react', '@daily-co/daily-js', 'jotai'],
    sdk: ['@daily-co/daily-js'],
    imports: [
      undefined,
      { '@daily-co/daily-react': ['DailyProvider', 'useDaily'] },
      undefined,
      { '@daily-co/daily-react': ['useParticipantIds'] },
    ],
  },
  {
    name: '100ms',
    // 0.6.1 depends on a version of hls-player that is not on npm.
    packages: ['@100mslive/roomkit-react@0.5.7', '@100mslive/react-sdk', '@100mslive/hms-video-store'],
    sdk: ['@100mslive/hms-video-store'],
    imports: [
      { '@100mslive/roomkit-react': ['HMSPrebuilt'] },
      { '@100mslive/react-sdk': ['HMSRoomProvider', 'useHMSActions'] },
      { '@100mslive/react-sdk': ['usePreviewJoin'] },
      { '@100mslive/react-sdk': ['useHMSStore', 'selectPeers'] },
    ],
  },
  {
    name: 'Stream',
    packages: ['@stream-io/video-react-sdk', '@stream-io/video-client'],
    sdk: ['@stream-io/video-client'],
    imports: [
      {
        '@stream-io/video-react-sdk': [
          'StreamVideo',
          'StreamCall',
          'StreamTheme',
          'SpeakerLayout',
          'CallControls',
        ],
      },
      { '@stream-io/video-react-sdk': ['StreamVideo', 'StreamCall', 'useCall'] },
      { '@stream-io/video-react-sdk': ['VideoPreview', 'DeviceSettings'] },
      { '@stream-io/video-react-sdk': ['useCallStateHooks'] },
    ],
  },
  {
    name: 'Whereby',
    packages: ['@whereby.com/browser-sdk'],
    sdk: ['@whereby.com/core', '@whereby.com/media'],
    imports: [
      undefined,
      { '@whereby.com/browser-sdk/react': ['WherebyProvider', 'useRoomConnection'] },
      { '@whereby.com/browser-sdk/react': ['useLocalMedia'] },
      undefined,
    ],
  },
  {
    name: 'Azure Communication Services',
    packages: ['@azure/communication-react', '@azure/communication-calling'],
    sdk: ['@azure/communication-calling'],
    more: ['@azure/communication-chat', '@azure/communication-calling-effects'],
    imports: [
      { '@azure/communication-react': ['CallComposite', 'createAzureCommunicationCallAdapter'] },
      {
        '@azure/communication-react': ['CallClientProvider', 'CallAgentProvider', 'createStatefulCallClient'],
      },
      undefined,
      { '@azure/communication-react': ['ParticipantList', 'usePropsFor'] },
    ],
  },
];

/** Without the version that is asked for. */
const nameOf = (wanted: string) => wanted.replace(/(?<=.)@.*/, '');

type Measured = Sizes['products'][number];

async function measureOurs(): Promise<Measured> {
  const sizes = ours.map(async (names) => ({
    imports: names,
    bytes: await bundledSize(root, { [dist]: names }, []),
  }));
  return {
    name: 'this library',
    versions: Object.fromEntries(
      ['@zoom/meetingsdk', '@tanstack/react-query'].map((name) => [name, installedVersion(root, name)]),
    ),
    sizes: await Promise.all(sizes),
    sdk: await bundledSize(root, { '@zoom/meetingsdk/embedded': ['default'] }, []),
  };
}

const measure = ({ name, packages, sdk, more = [], imports }: Product): Promise<Measured> =>
  inFolderWith(packages, async (folder) => ({
    name,
    versions: Object.fromEntries(packages.map(nameOf).map((name) => [name, installedVersion(folder, name)])),
    sizes: await Promise.all(
      imports.map(async (one) =>
        one
          ? { imports: Object.values(one).flat(), bytes: await bundledSize(folder, one, [...sdk, ...more]) }
          : null,
      ),
    ),
    sdk: await bundledSize(folder, Object.fromEntries(sdk.map((name) => [name, ['*']])), []),
  }));

/** Each hook, without TanStack Query: alone, and what it adds to an app that has the component. */
async function measureHooks(): Promise<Sizes['own']> {
  const size = (names: string[]) => bundledSize(root, { [dist]: names }, ['@tanstack/react-query']);
  const component = await size(['ZoomMeeting']);
  const names = Object.keys(library).filter((name) => /^use[A-Z]/.test(name));
  return Promise.all(
    names.map(async (name) => ({
      name,
      alone: await size([name]),
      added: (await size(['ZoomMeeting', name])) - component,
    })),
  );
}

test('sizes of meeting libraries', async ({ task }) => {
  const products = [await measureOurs()];
  for (const product of others) products.push(await measure(product));
  task.meta.sizes = [{ products, own: await measureHooks() }];
});
