import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Ваше имя',
  'lobby.preview': 'Изображение с камеры',
  'lobby.camera': 'Камера',
  'lobby.microphone': 'Микрофон',
  'lobby.turnCameraOn': 'Включить камеру',
  'lobby.turnCameraOff': 'Выключить камеру',
  'lobby.cameraOff': 'Камера выключена',
  'lobby.starting': 'Если браузер запросит доступ к камере и микрофону, разрешите его.',
  'lobby.speak': 'Скажите что-нибудь, чтобы проверить микрофон.',
  'lobby.heard': 'Микрофон работает.',
  'lobby.joinedOff': 'При входе камера и микрофон будут выключены. Вы сможете включить их в конференции.',

  'lobby.camera.denied': 'Доступ к камере заблокирован',
  'lobby.camera.missing': 'Камера не найдена',
  'lobby.camera.in-use': 'Камеру использует другое приложение',
  'lobby.camera.unsupported': 'Камера недоступна на этой странице',
  'lobby.camera.failed': 'Не удалось включить камеру',
  'lobby.microphone.denied': 'Доступ к микрофону заблокирован.',
  'lobby.microphone.missing': 'Микрофон не найден.',
  'lobby.microphone.in-use': 'Микрофон использует другое приложение.',
  'lobby.microphone.unsupported': 'Микрофон недоступен на этой странице.',
  'lobby.microphone.failed': 'Не удалось включить микрофон.',
  'lobby.hint.denied':
    'Разрешите доступ в адресной строке браузера и повторите попытку. Войти можно и без него.',
  'lobby.hint.missing': 'Подключите устройство или войдите без него.',
  'lobby.hint.in-use': 'Закройте другое приложение и повторите попытку.',
  'lobby.hint.unsupported': 'Вы всё равно можете войти.',
  'lobby.hint.failed': 'Повторите попытку или войдите без этого устройства.',
} satisfies ZoomLobbyStrings;
