import { createLanguageLoader } from '../language-loader';
import { englishLobby, type ZoomLobbyStrings } from './english';

/** The texts of the lobby. They are separate from those of the panels, so that a page without a lobby does not load them. */
export const lobbyLanguages = /* #__PURE__ */ createLanguageLoader<ZoomLobbyStrings>(
  {
    'de-DE': () => import('./lobby-de-DE'),
    'es-ES': () => import('./lobby-es-ES'),
    'fr-FR': () => import('./lobby-fr-FR'),
    'id-ID': () => import('./lobby-id-ID'),
    'it-IT': () => import('./lobby-it-IT'),
    'ja-JP': () => import('./lobby-ja-JP'),
    'ko-KR': () => import('./lobby-ko-KR'),
    'nl-NL': () => import('./lobby-nl-NL'),
    'pl-PL': () => import('./lobby-pl-PL'),
    'pt-PT': () => import('./lobby-pt-PT'),
    'ru-RU': () => import('./lobby-ru-RU'),
    'sv-SE': () => import('./lobby-sv-SE'),
    'tr-TR': () => import('./lobby-tr-TR'),
    'vi-VN': () => import('./lobby-vi-VN'),
    'zh-CN': () => import('./lobby-zh-CN'),
    'zh-TW': () => import('./lobby-zh-TW'),
  },
  englishLobby,
);
