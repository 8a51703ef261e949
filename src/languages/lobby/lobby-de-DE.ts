import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Ihr Name',
  'lobby.preview': 'Kameravorschau',
  'lobby.camera': 'Kamera',
  'lobby.microphone': 'Mikrofon',
  'lobby.turnCameraOn': 'Kamera einschalten',
  'lobby.turnCameraOff': 'Kamera ausschalten',
  'lobby.cameraOff': 'Ihre Kamera ist ausgeschaltet',
  'lobby.starting': 'Erlauben Sie den Zugriff auf Kamera und Mikrofon, wenn Ihr Browser danach fragt.',
  'lobby.speak': 'Sagen Sie etwas, um Ihr Mikrofon zu testen.',
  'lobby.heard': 'Ihr Mikrofon funktioniert.',
  'lobby.joinedOff':
    'Kamera und Mikrofon sind beim Beitritt ausgeschaltet. Sie können beides im Meeting einschalten.',

  'lobby.camera.denied': 'Der Zugriff auf die Kamera ist blockiert',
  'lobby.camera.missing': 'Keine Kamera gefunden',
  'lobby.camera.in-use': 'Eine andere App verwendet Ihre Kamera',
  'lobby.camera.unsupported': 'Die Kamera ist auf dieser Seite nicht verfügbar',
  'lobby.camera.failed': 'Ihre Kamera konnte nicht gestartet werden',
  'lobby.microphone.denied': 'Der Zugriff auf das Mikrofon ist blockiert.',
  'lobby.microphone.missing': 'Kein Mikrofon gefunden.',
  'lobby.microphone.in-use': 'Eine andere App verwendet Ihr Mikrofon.',
  'lobby.microphone.unsupported': 'Das Mikrofon ist auf dieser Seite nicht verfügbar.',
  'lobby.microphone.failed': 'Ihr Mikrofon konnte nicht gestartet werden.',
  'lobby.hint.denied':
    'Erlauben Sie den Zugriff in der Adressleiste Ihres Browsers und versuchen Sie es erneut. Sie können auch ohne Zugriff beitreten.',
  'lobby.hint.missing': 'Schließen Sie ein Gerät an oder treten Sie ohne Gerät bei.',
  'lobby.hint.in-use': 'Schließen Sie die andere App und versuchen Sie es erneut.',
  'lobby.hint.unsupported': 'Sie können trotzdem beitreten.',
  'lobby.hint.failed': 'Versuchen Sie es erneut oder treten Sie ohne dieses Gerät bei.',
} satisfies ZoomLobbyStrings;
