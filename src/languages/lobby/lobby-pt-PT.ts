import type { ZoomLobbyStrings } from './english';

export default {
  'lobby.name': 'O seu nome',
  'lobby.preview': 'Pré-visualização da câmara',
  'lobby.camera': 'Câmara',
  'lobby.microphone': 'Microfone',
  'lobby.turnCameraOn': 'Ligar a câmara',
  'lobby.turnCameraOff': 'Desligar a câmara',
  'lobby.cameraOff': 'A câmara está desligada',
  'lobby.starting': 'Se o navegador o pedir, permita o acesso à câmara e ao microfone.',
  'lobby.speak': 'Diga algo para testar o microfone.',
  'lobby.heard': 'O microfone está a funcionar.',
  'lobby.joinedOff': 'Entrará com a câmara e o microfone desligados. Pode ligá-los na reunião.',

  'lobby.camera.denied': 'O acesso à câmara está bloqueado',
  'lobby.camera.missing': 'Nenhuma câmara encontrada',
  'lobby.camera.in-use': 'Outra aplicação está a utilizar a câmara',
  'lobby.camera.unsupported': 'A câmara não está disponível nesta página',
  'lobby.camera.failed': 'Não foi possível iniciar a câmara',
  'lobby.microphone.denied': 'O acesso ao microfone está bloqueado.',
  'lobby.microphone.missing': 'Nenhum microfone encontrado.',
  'lobby.microphone.in-use': 'Outra aplicação está a utilizar o microfone.',
  'lobby.microphone.unsupported': 'O microfone não está disponível nesta página.',
  'lobby.microphone.failed': 'Não foi possível iniciar o microfone.',
  'lobby.hint.denied':
    'Permita o acesso na barra de endereço do navegador e tente novamente. Também pode entrar sem permitir o acesso.',
  'lobby.hint.missing': 'Ligue um dispositivo ou entre sem ele.',
  'lobby.hint.in-use': 'Feche a outra aplicação e tente novamente.',
  'lobby.hint.unsupported': 'Pode entrar mesmo assim.',
  'lobby.hint.failed': 'Tente novamente ou entre sem este dispositivo.',
} satisfies ZoomLobbyStrings;
