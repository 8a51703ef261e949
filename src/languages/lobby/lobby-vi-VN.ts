import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Tên của bạn',
  'lobby.preview': 'Xem trước camera',
  'lobby.camera': 'Camera',
  'lobby.microphone': 'Micrô',
  'lobby.turnCameraOn': 'Bật camera',
  'lobby.turnCameraOff': 'Tắt camera',
  'lobby.cameraOff': 'Camera của bạn đang tắt',
  'lobby.starting': 'Hãy cho phép dùng camera và micrô nếu trình duyệt hỏi.',
  'lobby.speak': 'Hãy nói gì đó để thử micrô.',
  'lobby.heard': 'Micrô của bạn hoạt động tốt.',
  'lobby.joinedOff': 'Camera và micrô của bạn sẽ tắt khi tham gia. Bạn có thể bật trong cuộc họp.',

  'lobby.camera.denied': 'Quyền truy cập camera đang bị chặn',
  'lobby.camera.missing': 'Không tìm thấy camera',
  'lobby.camera.in-use': 'Một ứng dụng khác đang dùng camera của bạn',
  'lobby.camera.unsupported': 'Không dùng được camera trên trang này',
  'lobby.camera.failed': 'Không thể bật camera của bạn',
  'lobby.microphone.denied': 'Quyền truy cập micrô đang bị chặn.',
  'lobby.microphone.missing': 'Không tìm thấy micrô.',
  'lobby.microphone.in-use': 'Một ứng dụng khác đang dùng micrô của bạn.',
  'lobby.microphone.unsupported': 'Không dùng được micrô trên trang này.',
  'lobby.microphone.failed': 'Không thể bật micrô của bạn.',
  'lobby.hint.denied':
    'Hãy cho phép truy cập trong thanh địa chỉ của trình duyệt rồi thử lại. Bạn cũng có thể tham gia mà không cần cho phép.',
  'lobby.hint.missing': 'Hãy kết nối một thiết bị hoặc tham gia mà không cần thiết bị.',
  'lobby.hint.in-use': 'Hãy đóng ứng dụng kia rồi thử lại.',
  'lobby.hint.unsupported': 'Bạn vẫn có thể tham gia.',
  'lobby.hint.failed': 'Hãy thử lại hoặc tham gia mà không cần thiết bị.',
} satisfies ZoomLobbyStrings;
