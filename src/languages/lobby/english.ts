/** The texts of the lobby. Camera messages are titles; microphone messages are sentences. */
export const englishLobby = {
  'lobby.name': 'Your name',
  'lobby.preview': 'Camera preview',
  'lobby.camera': 'Camera',
  'lobby.microphone': 'Microphone',
  'lobby.turnCameraOn': 'Turn on camera',
  'lobby.turnCameraOff': 'Turn off camera',
  'lobby.cameraOff': 'Your camera is off',
  'lobby.starting': 'If your browser asks, allow access to your camera and microphone.',
  'lobby.speak': 'Say something to test your microphone.',
  'lobby.heard': 'Your microphone works.',
  'lobby.joinedOff': 'You’ll join with your camera and microphone off. Turn them on in the meeting.',

  'lobby.camera.denied': 'Camera access is blocked',
  'lobby.camera.missing': 'No camera found',
  'lobby.camera.in-use': 'Another app is using your camera',
  'lobby.camera.unsupported': 'The camera isn’t available on this page',
  'lobby.camera.failed': 'Your camera didn’t start',
  'lobby.microphone.denied': 'Microphone access is blocked.',
  'lobby.microphone.missing': 'No microphone found.',
  'lobby.microphone.in-use': 'Another app is using your microphone.',
  'lobby.microphone.unsupported': 'The microphone isn’t available on this page.',
  'lobby.microphone.failed': 'Your microphone didn’t start.',
  'lobby.hint.denied':
    'Allow access in your browser’s address bar, then try again. You can also join without it.',
  'lobby.hint.missing': 'Connect one, or join without one.',
  'lobby.hint.in-use': 'Close the other app, then try again.',
  'lobby.hint.unsupported': 'You can still join.',
  'lobby.hint.failed': 'Try again, or join without it.',
};

/** The texts of the lobby, by name. */
export type ZoomLobbyStrings = Record<keyof typeof englishLobby, string>;
