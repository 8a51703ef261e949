import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Adınız',
  'lobby.preview': 'Kamera önizlemesi',
  'lobby.camera': 'Kamera',
  'lobby.microphone': 'Mikrofon',
  'lobby.turnCameraOn': 'Kamerayı aç',
  'lobby.turnCameraOff': 'Kamerayı kapat',
  'lobby.cameraOff': 'Kameranız kapalı',
  'lobby.starting': 'Tarayıcınız sorarsa kamera ve mikrofon erişimine izin verin.',
  'lobby.speak': 'Mikrofonunuzu denemek için bir şeyler söyleyin.',
  'lobby.heard': 'Mikrofonunuz çalışıyor.',
  'lobby.joinedOff': 'Kameranız ve mikrofonunuz kapalı olarak katılacaksınız. Toplantıda açabilirsiniz.',

  'lobby.camera.denied': 'Kamera erişimi engellendi',
  'lobby.camera.missing': 'Kamera bulunamadı',
  'lobby.camera.in-use': 'Kameranızı başka bir uygulama kullanıyor',
  'lobby.camera.unsupported': 'Kamera bu sayfada kullanılamıyor',
  'lobby.camera.failed': 'Kameranız başlatılamadı',
  'lobby.microphone.denied': 'Mikrofon erişimi engellendi.',
  'lobby.microphone.missing': 'Mikrofon bulunamadı.',
  'lobby.microphone.in-use': 'Mikrofonunuzu başka bir uygulama kullanıyor.',
  'lobby.microphone.unsupported': 'Mikrofon bu sayfada kullanılamıyor.',
  'lobby.microphone.failed': 'Mikrofonunuz başlatılamadı.',
  'lobby.hint.denied':
    'Tarayıcınızın adres çubuğunda erişime izin verip yeniden deneyin. İzin vermeden de katılabilirsiniz.',
  'lobby.hint.missing': 'Bir cihaz bağlayın veya cihaz olmadan katılın.',
  'lobby.hint.in-use': 'Diğer uygulamayı kapatıp yeniden deneyin.',
  'lobby.hint.unsupported': 'Yine de katılabilirsiniz.',
  'lobby.hint.failed': 'Yeniden deneyin veya cihaz olmadan katılın.',
} satisfies ZoomLobbyStrings;
