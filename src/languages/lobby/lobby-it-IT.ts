import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Il tuo nome',
  'lobby.preview': 'Anteprima della videocamera',
  'lobby.camera': 'Videocamera',
  'lobby.microphone': 'Microfono',
  'lobby.turnCameraOn': 'Attiva la videocamera',
  'lobby.turnCameraOff': 'Disattiva la videocamera',
  'lobby.cameraOff': 'La videocamera è disattivata',
  'lobby.starting': 'Se il browser lo chiede, consenti l’accesso alla videocamera e al microfono.',
  'lobby.speak': 'Di’ qualcosa per provare il microfono.',
  'lobby.heard': 'Il microfono funziona.',
  'lobby.joinedOff': 'Entrerai con la videocamera e il microfono disattivati. Attivali durante la riunione.',

  'lobby.camera.denied': 'L’accesso alla videocamera è bloccato',
  'lobby.camera.missing': 'Nessuna videocamera trovata',
  'lobby.camera.in-use': 'Un’altra app sta usando la videocamera',
  'lobby.camera.unsupported': 'La videocamera non è disponibile in questa pagina',
  'lobby.camera.failed': 'Impossibile avviare la videocamera',
  'lobby.microphone.denied': 'L’accesso al microfono è bloccato.',
  'lobby.microphone.missing': 'Nessun microfono trovato.',
  'lobby.microphone.in-use': 'Un’altra app sta usando il microfono.',
  'lobby.microphone.unsupported': 'Il microfono non è disponibile in questa pagina.',
  'lobby.microphone.failed': 'Impossibile avviare il microfono.',
  'lobby.hint.denied':
    'Consenti l’accesso nella barra degli indirizzi del browser, poi riprova. Puoi anche entrare senza.',
  'lobby.hint.missing': 'Collega un dispositivo o entra senza.',
  'lobby.hint.in-use': 'Chiudi l’altra app, poi riprova.',
  'lobby.hint.unsupported': 'Puoi entrare comunque.',
  'lobby.hint.failed': 'Riprova o entra senza.',
} satisfies ZoomLobbyStrings;
