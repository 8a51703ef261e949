import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': '이름',
  'lobby.preview': '카메라 미리 보기',
  'lobby.camera': '카메라',
  'lobby.microphone': '마이크',
  'lobby.turnCameraOn': '카메라 켜기',
  'lobby.turnCameraOff': '카메라 끄기',
  'lobby.cameraOff': '카메라가 꺼져 있습니다',
  'lobby.starting': '브라우저에서 요청하면 카메라와 마이크 사용을 허용하세요.',
  'lobby.speak': '마이크를 테스트하려면 말해 보세요.',
  'lobby.heard': '마이크가 작동합니다.',
  'lobby.joinedOff': '카메라와 마이크가 꺼진 상태로 참가합니다. 회의에서 켤 수 있습니다.',

  'lobby.camera.denied': '카메라 액세스가 차단되었습니다',
  'lobby.camera.missing': '카메라를 찾을 수 없습니다',
  'lobby.camera.in-use': '다른 앱에서 카메라를 사용하고 있습니다',
  'lobby.camera.unsupported': '이 페이지에서는 카메라를 사용할 수 없습니다',
  'lobby.camera.failed': '카메라를 시작할 수 없습니다',
  'lobby.microphone.denied': '마이크 액세스가 차단되었습니다.',
  'lobby.microphone.missing': '마이크를 찾을 수 없습니다.',
  'lobby.microphone.in-use': '다른 앱에서 마이크를 사용하고 있습니다.',
  'lobby.microphone.unsupported': '이 페이지에서는 마이크를 사용할 수 없습니다.',
  'lobby.microphone.failed': '마이크를 시작할 수 없습니다.',
  'lobby.hint.denied':
    '브라우저 주소 표시줄에서 액세스를 허용한 후 다시 시도하세요. 허용하지 않아도 참가할 수 있습니다.',
  'lobby.hint.missing': '장치를 연결하세요. 없어도 참가할 수 있습니다.',
  'lobby.hint.in-use': '다른 앱을 닫은 후 다시 시도하세요.',
  'lobby.hint.unsupported': '그래도 참가할 수 있습니다.',
  'lobby.hint.failed': '다시 시도하거나 이대로 참가하세요.',
} satisfies ZoomLobbyStrings;
