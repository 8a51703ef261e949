import { build } from 'esbuild';
import { expect, it } from 'vitest';

/** A string that only the code of this hook contains. */
const marks = {
  getZoomActions: 'lockMeeting',
  useActiveSpeaker: 'active-speaker',
  useBreakoutRooms: 'room-state-change',
  useCaptions: 'msgId',
  useChat: 'chat-on-message',
  useCurrentUser: 'participants:',
  useMeetingInfo: 'getCurrentMeetingInfo',
  useNetworkQuality: 'network-quality-change',
  useParticipant: 'participants:',
  useParticipants: 'participants:',
  useRecordingStatus: 'recording-change',
  useStatistics: 'subscribeStatisticData',
  useVirtualBackground: 'getVirtualBackgroundStatus',
  useZoomActions: 'lockMeeting',
};

/** The bundle of an app that imports these names. */
async function bundle(...names: string[]): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${names.join(', ')} } from './dist/index.js';`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}

it('an app that imports ZoomMeeting or useZoomClient does not bundle hooks that it does not import', async () => {
  const code = await bundle('ZoomMeeting', 'ZoomMeetingProvider', 'useZoomClient', 'useZoomEvent');
  expect(Object.entries(marks).filter(([, mark]) => code.includes(mark))).toEqual([]);
});

it.each(Object.entries(marks))('%s has code of its own', async (name, mark) => {
  expect(await bundle(name)).toContain(mark);
});

it('one hook does not pull in another', async () => {
  const code = await bundle('useCaptions');
  const others = Object.entries(marks).filter(([name]) => name !== 'useCaptions');
  expect(others.filter(([, mark]) => code.includes(mark))).toEqual([]);
});
