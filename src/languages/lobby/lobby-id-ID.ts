import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Nama Anda',
  'lobby.preview': 'Pratinjau kamera',
  'lobby.camera': 'Kamera',
  'lobby.microphone': 'Mikrofon',
  'lobby.turnCameraOn': 'Nyalakan kamera',
  'lobby.turnCameraOff': 'Matikan kamera',
  'lobby.cameraOff': 'Kamera Anda mati',
  'lobby.starting': 'Izinkan akses kamera dan mikrofon jika diminta oleh browser.',
  'lobby.speak': 'Ucapkan sesuatu untuk menguji mikrofon Anda.',
  'lobby.heard': 'Mikrofon Anda berfungsi.',
  'lobby.joinedOff':
    'Anda akan bergabung dengan kamera dan mikrofon mati. Anda dapat menyalakannya dalam rapat.',

  'lobby.camera.denied': 'Akses kamera diblokir',
  'lobby.camera.missing': 'Kamera tidak ditemukan',
  'lobby.camera.in-use': 'Kamera Anda sedang digunakan aplikasi lain',
  'lobby.camera.unsupported': 'Kamera tidak tersedia di halaman ini',
  'lobby.camera.failed': 'Kamera Anda tidak dapat dinyalakan',
  'lobby.microphone.denied': 'Akses mikrofon diblokir.',
  'lobby.microphone.missing': 'Mikrofon tidak ditemukan.',
  'lobby.microphone.in-use': 'Mikrofon Anda sedang digunakan aplikasi lain.',
  'lobby.microphone.unsupported': 'Mikrofon tidak tersedia di halaman ini.',
  'lobby.microphone.failed': 'Mikrofon Anda tidak dapat dinyalakan.',
  'lobby.hint.denied':
    'Izinkan akses di bilah alamat browser, lalu coba lagi. Anda juga dapat bergabung tanpa akses itu.',
  'lobby.hint.missing': 'Sambungkan perangkat atau bergabunglah tanpa perangkat.',
  'lobby.hint.in-use': 'Tutup aplikasi lain itu, lalu coba lagi.',
  'lobby.hint.unsupported': 'Anda tetap dapat bergabung.',
  'lobby.hint.failed': 'Coba lagi atau bergabunglah tanpa perangkat ini.',
} satisfies ZoomLobbyStrings;
