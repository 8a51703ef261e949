/** The errors with which a browser refuses access to devices: the name of the error, by kind. */
const refusals = {
  ready: {},
  denied: { video: 'NotAllowedError', audio: 'NotAllowedError' },
  'no-camera': { video: 'NotFoundError' },
  'no-microphone': { audio: 'NotFoundError' },
  'camera-in-use': { video: 'NotReadableError' },
  /** A page without HTTPS has no devices at all. */
  insecure: {},
} satisfies Record<string, { video?: string; audio?: string }>;

/** The devices in a story. */
export type LobbyDevices = keyof typeof refusals;

const all = [
  { kind: 'videoinput', deviceId: 'camera', label: 'Integrated camera' },
  { kind: 'videoinput', deviceId: 'second-camera', label: 'Document camera' },
  { kind: 'audioinput', deviceId: 'microphone', label: 'Headset microphone' },
];

/** Replaces the browser's devices. Returns a function that restores them. */
export function replaceDevices(devices: LobbyDevices): () => void {
  const { video: noVideo, audio: noAudio }: { video?: string; audio?: string } = refusals[devices];
  const fake = Object.assign(new EventTarget(), {
    async getUserMedia({ audio, video }: MediaStreamConstraints) {
      const error = (video && noVideo) || (audio && noAudio);
      if (error) throw new DOMException('As the story says.', error);
      return new MediaStream([...(audio ? [silence()] : []), ...(video ? [picture()] : [])]);
    },
    enumerateDevices: async () =>
      all.filter(({ kind }) => {
        const refusal = kind === 'videoinput' ? noVideo : noAudio;
        return refusal === undefined || refusal === 'NotReadableError';
      }),
  });
  Object.defineProperty(navigator, 'mediaDevices', {
    configurable: true,
    value: devices === 'insecure' ? undefined : fake,
  });
  return () => delete (navigator as { mediaDevices?: unknown }).mediaDevices;
}

function withId(track: MediaStreamTrack | undefined, deviceId: string): MediaStreamTrack {
  return Object.assign(track!, { getSettings: () => ({ deviceId }) });
}

function silence(): MediaStreamTrack {
  const [track] = new AudioContext().createMediaStreamDestination().stream.getTracks();
  return withId(track, 'microphone');
}

/** A person in front of a wall. */
function picture(): MediaStreamTrack {
  const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 360 });
  const brush = canvas.getContext('2d')!;
  const [track] = canvas.captureStream().getTracks();
  const draw = () => {
    if (track?.readyState !== 'live') return;
    brush.fillStyle = '#8ea3b5';
    brush.fillRect(0, 0, 640, 360);
    brush.fillStyle = '#c9d6df';
    brush.fillRect(60, 40, 150, 190);
    brush.fillStyle = '#27435c';
    brush.beginPath();
    brush.ellipse(330, 400, 170, 150, 0, 0, 2 * Math.PI);
    brush.fill();
    brush.fillStyle = '#e2b48e';
    brush.beginPath();
    brush.ellipse(330, 170, 68, 84, 0, 0, 2 * Math.PI);
    brush.fill();
    brush.fillStyle = '#3a2a20';
    brush.beginPath();
    brush.ellipse(330, 118, 74, 48, 0, Math.PI, 2 * Math.PI);
    brush.fill();
    // A video that starts late also receives a frame.
    setTimeout(draw, 100);
  };
  draw();
  return withId(track, 'camera');
}
