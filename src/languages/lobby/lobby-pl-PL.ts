import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Twoje imię i nazwisko',
  'lobby.preview': 'Podgląd z kamery',
  'lobby.camera': 'Kamera',
  'lobby.microphone': 'Mikrofon',
  'lobby.turnCameraOn': 'Włącz kamerę',
  'lobby.turnCameraOff': 'Wyłącz kamerę',
  'lobby.cameraOff': 'Twoja kamera jest wyłączona',
  'lobby.starting': 'Jeśli przeglądarka o to zapyta, zezwól na użycie kamery i mikrofonu.',
  'lobby.speak': 'Powiedz coś, aby sprawdzić mikrofon.',
  'lobby.heard': 'Twój mikrofon działa.',
  'lobby.joinedOff':
    'Dołączysz z wyłączoną kamerą i wyłączonym mikrofonem. Możesz je włączyć podczas spotkania.',

  'lobby.camera.denied': 'Dostęp do kamery jest zablokowany',
  'lobby.camera.missing': 'Nie znaleziono kamery',
  'lobby.camera.in-use': 'Inna aplikacja używa kamery',
  'lobby.camera.unsupported': 'Kamera nie jest dostępna na tej stronie',
  'lobby.camera.failed': 'Nie udało się uruchomić kamery',
  'lobby.microphone.denied': 'Dostęp do mikrofonu jest zablokowany.',
  'lobby.microphone.missing': 'Nie znaleziono mikrofonu.',
  'lobby.microphone.in-use': 'Inna aplikacja używa mikrofonu.',
  'lobby.microphone.unsupported': 'Mikrofon nie jest dostępny na tej stronie.',
  'lobby.microphone.failed': 'Nie udało się uruchomić mikrofonu.',
  'lobby.hint.denied':
    'Zezwól na dostęp na pasku adresu przeglądarki i spróbuj ponownie. Możesz też dołączyć bez niego.',
  'lobby.hint.missing': 'Podłącz urządzenie lub dołącz bez niego.',
  'lobby.hint.in-use': 'Zamknij tę aplikację i spróbuj ponownie.',
  'lobby.hint.unsupported': 'Mimo to możesz dołączyć.',
  'lobby.hint.failed': 'Spróbuj ponownie lub dołącz bez tego urządzenia.',
} satisfies ZoomLobbyStrings;
