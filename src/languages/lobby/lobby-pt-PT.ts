import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'Seu nome',
  'lobby.preview': 'Visualização da câmera',
  'lobby.camera': 'Câmera',
  'lobby.microphone': 'Microfone',
  'lobby.turnCameraOn': 'Ligar a câmera',
  'lobby.turnCameraOff': 'Desligar a câmera',
  'lobby.cameraOff': 'Sua câmera está desligada',
  'lobby.starting': 'Permita o uso da câmera e do microfone se o navegador pedir.',
  'lobby.speak': 'Diga algo para testar o microfone.',
  'lobby.heard': 'Seu microfone está funcionando.',
  'lobby.joinedOff': 'A entrada será com a câmera e o microfone desligados. Ligue-os na reunião.',

  'lobby.camera.denied': 'O acesso à câmera está bloqueado',
  'lobby.camera.missing': 'Nenhuma câmera encontrada',
  'lobby.camera.in-use': 'Outro aplicativo está usando a câmera',
  'lobby.camera.unsupported': 'A câmera não está disponível nesta página',
  'lobby.camera.failed': 'Não foi possível iniciar a câmera',
  'lobby.microphone.denied': 'O acesso ao microfone está bloqueado.',
  'lobby.microphone.missing': 'Nenhum microfone encontrado.',
  'lobby.microphone.in-use': 'Outro aplicativo está usando o microfone.',
  'lobby.microphone.unsupported': 'O microfone não está disponível nesta página.',
  'lobby.microphone.failed': 'Não foi possível iniciar o microfone.',
  'lobby.hint.denied':
    'Permita o acesso na barra de endereço do navegador e tente novamente. Também é possível entrar sem permitir.',
  'lobby.hint.missing': 'Conecte um dispositivo ou entre sem ele.',
  'lobby.hint.in-use': 'Feche o outro aplicativo e tente novamente.',
  'lobby.hint.unsupported': 'Ainda é possível entrar.',
  'lobby.hint.failed': 'Tente novamente ou entre sem este dispositivo.',
} satisfies ZoomLobbyStrings;
