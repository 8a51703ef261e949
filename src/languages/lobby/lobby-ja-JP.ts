import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': '名前',
  'lobby.preview': 'カメラのプレビュー',
  'lobby.camera': 'カメラ',
  'lobby.microphone': 'マイク',
  'lobby.turnCameraOn': 'カメラをオンにする',
  'lobby.turnCameraOff': 'カメラをオフにする',
  'lobby.cameraOff': 'カメラはオフです',
  'lobby.starting': 'ブラウザで確認を求められたら、カメラとマイクの使用を許可してください。',
  'lobby.speak': '何か話して、マイクをテストしてください。',
  'lobby.heard': 'マイクは正常に動作しています。',
  'lobby.joinedOff': 'カメラとマイクはオフの状態で参加します。参加後にオンにできます。',

  'lobby.camera.denied': 'カメラへのアクセスがブロックされています',
  'lobby.camera.missing': 'カメラが見つかりません',
  'lobby.camera.in-use': 'カメラは別のアプリで使用されています',
  'lobby.camera.unsupported': 'このページではカメラを使用できません',
  'lobby.camera.failed': 'カメラを起動できませんでした',
  'lobby.microphone.denied': 'マイクへのアクセスがブロックされています。',
  'lobby.microphone.missing': 'マイクが見つかりません。',
  'lobby.microphone.in-use': 'マイクは別のアプリで使用されています。',
  'lobby.microphone.unsupported': 'このページではマイクを使用できません。',
  'lobby.microphone.failed': 'マイクを起動できませんでした。',
  'lobby.hint.denied':
    'ブラウザのアドレスバーでアクセスを許可して、もう一度お試しください。許可しなくても参加できます。',
  'lobby.hint.missing': 'デバイスを接続してください。接続しなくても参加できます。',
  'lobby.hint.in-use': '別のアプリを閉じて、もう一度お試しください。',
  'lobby.hint.unsupported': 'このまま参加できます。',
  'lobby.hint.failed': 'もう一度お試しください。このまま参加することもできます。',
} satisfies ZoomLobbyStrings;
