import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Uw naam',
  'lobby.preview': 'Cameravoorbeeld',
  'lobby.camera': 'Camera',
  'lobby.microphone': 'Microfoon',
  'lobby.turnCameraOn': 'Camera inschakelen',
  'lobby.turnCameraOff': 'Camera uitschakelen',
  'lobby.cameraOff': 'Uw camera is uitgeschakeld',
  'lobby.starting': 'Sta het gebruik van camera en microfoon toe als uw browser erom vraagt.',
  'lobby.speak': 'Zeg iets om uw microfoon te testen.',
  'lobby.heard': 'Uw microfoon werkt.',
  'lobby.joinedOff':
    'Uw camera en microfoon zijn uitgeschakeld als u deelneemt. U kunt ze in de vergadering inschakelen.',

  'lobby.camera.denied': 'De toegang tot de camera is geblokkeerd',
  'lobby.camera.missing': 'Geen camera gevonden',
  'lobby.camera.in-use': 'Een andere app gebruikt uw camera',
  'lobby.camera.unsupported': 'De camera is op deze pagina niet beschikbaar',
  'lobby.camera.failed': 'Uw camera kan niet worden gestart',
  'lobby.microphone.denied': 'De toegang tot de microfoon is geblokkeerd.',
  'lobby.microphone.missing': 'Geen microfoon gevonden.',
  'lobby.microphone.in-use': 'Een andere app gebruikt uw microfoon.',
  'lobby.microphone.unsupported': 'De microfoon is op deze pagina niet beschikbaar.',
  'lobby.microphone.failed': 'Uw microfoon kan niet worden gestart.',
  'lobby.hint.denied':
    'Sta toegang toe in de adresbalk van uw browser en probeer het opnieuw. U kunt ook zonder toegang deelnemen.',
  'lobby.hint.missing': 'Sluit een apparaat aan of neem deel zonder apparaat.',
  'lobby.hint.in-use': 'Sluit de andere app en probeer het opnieuw.',
  'lobby.hint.unsupported': 'U kunt toch deelnemen.',
  'lobby.hint.failed': 'Probeer het opnieuw of neem deel zonder dit apparaat.',
} satisfies ZoomLobbyStrings;
