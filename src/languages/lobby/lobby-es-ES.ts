import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Su nombre',
  'lobby.preview': 'Vista previa de la cámara',
  'lobby.camera': 'Cámara',
  'lobby.microphone': 'Micrófono',
  'lobby.turnCameraOn': 'Activar la cámara',
  'lobby.turnCameraOff': 'Desactivar la cámara',
  'lobby.cameraOff': 'La cámara está desactivada',
  'lobby.starting': 'Si el navegador lo solicita, permita el uso de la cámara y el micrófono.',
  'lobby.speak': 'Diga algo para probar el micrófono.',
  'lobby.heard': 'El micrófono funciona.',
  'lobby.joinedOff': 'Entrará con la cámara y el micrófono desactivados. Actívelos en la reunión.',

  'lobby.camera.denied': 'El acceso a la cámara está bloqueado',
  'lobby.camera.missing': 'No se ha encontrado ninguna cámara',
  'lobby.camera.in-use': 'Otra aplicación está usando la cámara',
  'lobby.camera.unsupported': 'La cámara no está disponible en esta página',
  'lobby.camera.failed': 'No se ha podido iniciar la cámara',
  'lobby.microphone.denied': 'El acceso al micrófono está bloqueado.',
  'lobby.microphone.missing': 'No se ha encontrado ningún micrófono.',
  'lobby.microphone.in-use': 'Otra aplicación está usando el micrófono.',
  'lobby.microphone.unsupported': 'El micrófono no está disponible en esta página.',
  'lobby.microphone.failed': 'No se ha podido iniciar el micrófono.',
  'lobby.hint.denied':
    'Permita el acceso en la barra de direcciones del navegador e inténtelo de nuevo. También puede entrar sin dar acceso.',
  'lobby.hint.missing': 'Conecte un dispositivo o entre sin él.',
  'lobby.hint.in-use': 'Cierre la otra aplicación e inténtelo de nuevo.',
  'lobby.hint.unsupported': 'Puede entrar de todos modos.',
  'lobby.hint.failed': 'Inténtelo de nuevo o entre sin este dispositivo.',
} satisfies ZoomLobbyStrings;
