import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import { ZoomLobby, type ZoomLobbyProps, type ZoomMeetingViewProps } from 'react-zoom-meeting';
import { englishLobby } from '../src/languages/lobby/english';
import { english } from '../src/languages/english';
import { replaceDevices, type LobbyDevices } from './lobby-devices';
import { MeetingStory } from './meeting-story';

/**
 * The user enters a name, checks the camera and the microphone, and joins. Pass the lobby to `ZoomMeeting` as `lobby`. These
 * stories use a fake SDK and simulated devices, so your camera and microphone stay off. "Real devices" uses yours.
 */
const meta = {
  title: 'Components/ZoomLobby',
  component: ZoomLobby,
  args: { onJoin: fn() },
  argTypes: { userName: { control: 'text' } },
  parameters: { pictureHeight: '36rem' },
  render: ({ language, strings, ...props }) => (
    <MeetingStory
      title="Weekly sync"
      language={language}
      strings={strings}
      lobby={<ZoomLobby {...props} />}
    />
  ),
} satisfies Meta<LobbyArgs>;

/** `language` and `strings` are set in the toolbar. */
type LobbyArgs = ZoomLobbyProps & Pick<ZoomMeetingViewProps, 'language' | 'strings'>;

export default meta;
type Story = StoryObj<typeof meta>;

const withDevices = (devices: LobbyDevices) => () => replaceDevices(devices);

const shows =
  (...texts: (keyof typeof englishLobby)[]): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    for (const name of texts) await within(canvasElement).findByText(englishLobby[name], { exact: false });
    await expect(within(canvasElement).getByRole('button', { name: english['button.join'] })).toBeEnabled();
  };

/** The camera and the microphone work. */
export const Ready: Story = {
  beforeEach: withDevices('ready'),
  play: shows('lobby.speak'),
};

/** Joined: the lobby has closed, and both devices are off. */
export const JoinPressed: Story = {
  beforeEach: withDevices('ready'),
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const video = await canvas.findByLabelText<HTMLVideoElement>(englishLobby['lobby.preview']);
    const [track] = (video.srcObject as MediaStream).getTracks();
    const name = canvas.getByLabelText(englishLobby['lobby.name']);
    await userEvent.clear(name);
    await userEvent.type(name, 'Grace');
    await userEvent.click(canvas.getByRole('button', { name: english['button.join'] }));
    await expect(args.onJoin).toHaveBeenCalledWith({
      userName: 'Grace',
      cameraId: 'camera',
      microphoneId: 'microphone',
    });
    await expect(track?.readyState).toBe('ended');
    await waitFor(() =>
      expect(canvasElement.querySelector('.rzm-view')).toHaveAttribute('data-status', 'joined'),
    );
  },
};

/** The user turned the camera off. */
export const CameraOff: Story = {
  beforeEach: withDevices('ready'),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByLabelText(englishLobby['lobby.preview']);
    await userEvent.click(canvas.getByRole('button', { name: englishLobby['lobby.turnCameraOff'] }));
    await canvas.findByText(englishLobby['lobby.cameraOff']);
    // It is the same button, so it keeps the focus.
    await expect(canvas.getByRole('button', { name: englishLobby['lobby.turnCameraOn'] })).toHaveFocus();
  },
};

/** The browser or the user denies access to both. */
export const PermissionDenied: Story = {
  beforeEach: withDevices('denied'),
  play: shows('lobby.camera.denied', 'lobby.hint.denied', 'lobby.microphone.denied'),
};

/** There is no camera, but the microphone works. */
export const NoCamera: Story = {
  beforeEach: withDevices('no-camera'),
  play: shows('lobby.camera.missing', 'lobby.speak'),
};

/** There is no microphone, but the camera works. */
export const NoMicrophone: Story = {
  beforeEach: withDevices('no-microphone'),
  play: shows('lobby.microphone.missing', 'lobby.hint.missing'),
};

/** Another app is using the camera. */
export const CameraInUse: Story = {
  beforeEach: withDevices('camera-in-use'),
  play: shows('lobby.camera.in-use', 'lobby.hint.in-use', 'lobby.speak'),
};

/** A page without HTTPS, where browsers provide no devices. */
export const WithoutHttps: Story = {
  name: 'Without HTTPS',
  beforeEach: withDevices('insecure'),
  play: shows('lobby.camera.unsupported', 'lobby.microphone.unsupported'),
};

/** Your own camera and microphone. In tests, Chromium's fake devices. */
export const RealDevices: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const video = await canvas.findByLabelText<HTMLVideoElement>(englishLobby['lobby.preview']);
    await waitFor(() => expect(video.videoWidth).toBeGreaterThan(0));
    // Chromium's fake microphone beeps.
    await canvas.findByText(englishLobby['lobby.heard'], undefined, { timeout: 10_000 });
  },
};
