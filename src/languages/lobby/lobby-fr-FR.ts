import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Votre nom',
  'lobby.preview': 'Aperçu de la caméra',
  'lobby.camera': 'Caméra',
  'lobby.microphone': 'Micro',
  'lobby.turnCameraOn': 'Activer la caméra',
  'lobby.turnCameraOff': 'Désactiver la caméra',
  'lobby.cameraOff': 'Votre caméra est désactivée',
  'lobby.starting': 'Si votre navigateur le demande, autorisez l’accès à la caméra et au micro.',
  'lobby.speak': 'Dites quelque chose pour tester votre micro.',
  'lobby.heard': 'Votre micro fonctionne.',
  'lobby.joinedOff':
    'À votre arrivée, la caméra et le micro seront désactivés. Vous pourrez les activer pendant la réunion.',

  'lobby.camera.denied': 'L’accès à la caméra est bloqué',
  'lobby.camera.missing': 'Aucune caméra détectée',
  'lobby.camera.in-use': 'Votre caméra est utilisée par une autre application',
  'lobby.camera.unsupported': 'La caméra n’est pas disponible sur cette page',
  'lobby.camera.failed': 'Impossible de démarrer votre caméra',
  'lobby.microphone.denied': 'L’accès au micro est bloqué.',
  'lobby.microphone.missing': 'Aucun micro détecté.',
  'lobby.microphone.in-use': 'Votre micro est utilisé par une autre application.',
  'lobby.microphone.unsupported': 'Le micro n’est pas disponible sur cette page.',
  'lobby.microphone.failed': 'Impossible de démarrer votre micro.',
  'lobby.hint.denied':
    'Autorisez l’accès dans la barre d’adresse de votre navigateur, puis réessayez. Vous pouvez aussi participer sans cet accès.',
  'lobby.hint.missing': 'Branchez un appareil ou participez sans appareil.',
  'lobby.hint.in-use': 'Fermez l’autre application, puis réessayez.',
  'lobby.hint.unsupported': 'Vous pouvez quand même participer.',
  'lobby.hint.failed': 'Réessayez ou participez sans cet appareil.',
} satisfies ZoomLobbyStrings;
