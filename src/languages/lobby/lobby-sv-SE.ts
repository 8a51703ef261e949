import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Ditt namn',
  'lobby.preview': 'Förhandsvisning av kameran',
  'lobby.camera': 'Kamera',
  'lobby.microphone': 'Mikrofon',
  'lobby.turnCameraOn': 'Slå på kameran',
  'lobby.turnCameraOff': 'Stäng av kameran',
  'lobby.cameraOff': 'Din kamera är avstängd',
  'lobby.starting': 'Tillåt kamera och mikrofon om webbläsaren frågar.',
  'lobby.speak': 'Säg något för att testa mikrofonen.',
  'lobby.heard': 'Din mikrofon fungerar.',
  'lobby.joinedOff': 'Kamera och mikrofon är avstängda när du går med. Slå på dem i mötet.',

  'lobby.camera.denied': 'Åtkomsten till kameran är blockerad',
  'lobby.camera.missing': 'Ingen kamera hittades',
  'lobby.camera.in-use': 'En annan app använder kameran',
  'lobby.camera.unsupported': 'Kameran är inte tillgänglig på den här sidan',
  'lobby.camera.failed': 'Kameran kunde inte startas',
  'lobby.microphone.denied': 'Åtkomsten till mikrofonen är blockerad.',
  'lobby.microphone.missing': 'Ingen mikrofon hittades.',
  'lobby.microphone.in-use': 'En annan app använder mikrofonen.',
  'lobby.microphone.unsupported': 'Mikrofonen är inte tillgänglig på den här sidan.',
  'lobby.microphone.failed': 'Mikrofonen kunde inte startas.',
  'lobby.hint.denied':
    'Tillåt åtkomst i webbläsarens adressfält och försök igen. Du kan också gå med utan åtkomst.',
  'lobby.hint.missing': 'Anslut en enhet eller gå med utan.',
  'lobby.hint.in-use': 'Stäng den andra appen och försök igen.',
  'lobby.hint.unsupported': 'Du kan gå med ändå.',
  'lobby.hint.failed': 'Försök igen eller gå med utan.',
} satisfies ZoomLobbyStrings;
