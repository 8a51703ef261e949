import type { ZoomChatMessage, ZoomClient, ZoomViewType } from '../sdk/zoom-sdk';
import type { FakeMeeting } from './fake-meeting';
import type { FakePage } from './fake-page';
import { refuse, unlessInMeeting } from './fake-refusals';

type ViewControls = Pick<
  ZoomClient,
  | 'setViewType'
  | 'addPin'
  | 'removeAllPins'
  | 'getPinList'
  | 'sendChat'
  | 'subscribeStatisticData'
  | 'unSubscribeStatisticData'
  | 'getLanguageTranslation'
  | 'updateLanguageTranslation'
  | 'isBotUser'
  | 'getBotAppName'
  | 'getBotAuthorizedUserInfoByUserId'
  | 'getAuthorizedBotListByUserId'
>;

const views: readonly ZoomViewType[] = ['active', 'gallery', 'minimized', 'ribbon', 'speaker'];

/** The languages that SDK 6.2.0 has texts for. */
const languages = new Set(
  'en-US de-DE es-ES fr-FR jp-JP pt-PT ru-RU zh-CN zh-TW ko-KO vi-VN it-IT pl-PL tr-TR id-ID nl-NL sv-SE'.split(
    ' ',
  ),
);

/** The actions that only affect the user: chat, pins, views, statistics, texts. */
export function createViewControls(page: FakePage, meeting: FakeMeeting): ViewControls {
  let pins: number[] = [];
  let messages = 0;
  const texts = new Map<string, Record<string, unknown>>();

  async function send(text: string, userId: number): Promise<ZoomChatMessage> {
    refuse(unlessInMeeting(meeting));
    const { self } = meeting;
    const receiver = meeting.roster.find((row) => row.userId === userId);
    if (!self || (userId !== 0 && !receiver)) {
      throw { type: 'INVALID_PARAMETERS', reason: 'invalid target user', errorCode: 7001 };
    }
    const message: ZoomChatMessage = {
      id: `fake-message-${(messages += 1)}`,
      message: text,
      sender: { name: self.displayName, userId: self.userId },
      receiver: { name: receiver?.displayName ?? 'Everyone', userId },
      timestamp: Date.now(),
    };
    page.events.emit('chat-on-message', { ...message, file: { name: '', type: '' } });
    return message;
  }

  return {
    async setViewType(view) {
      if (views.includes(view)) return '';
      throw new Error(`Invalid view type: ${view}. Only ${views.join(', ')} are supported.`);
    },
    async addPin(userId) {
      if (typeof userId !== 'number') throw new Error('Parameter userId must be type of number');
      if (!meeting.roster.some((row) => row.userId === userId))
        throw new Error('Invalid parameter for userId');
      if (pins.includes(userId)) throw new Error('The user has already been pinned');
      pins = [...pins, userId];
      return '';
    },
    async removeAllPins() {
      if (pins.length === 0) throw new Error('No user has been pinned');
      pins = [];
      return '';
    },
    getPinList: () => pins,
    async sendChat(text, userId = 0) {
      if (!text) throw new Error('Invalid chat message');
      if (userId === -1) throw new Error('Invalid userId');
      return send(text, userId);
    },
    async subscribeStatisticData(selection) {
      if ((!selection || selection.audio) && meeting.self?.audio !== 'computer') {
        throw new Error('You must join computer audio to subscribe to audio QoS data');
      }
      return JSON.stringify(selection);
    },
    unSubscribeStatisticData: async () => '',
    async getLanguageTranslation(language) {
      if (languages.has(language)) return texts.get(language);
      throw new Error('Invalid parameter');
    },
    async updateLanguageTranslation(language, changed) {
      if (!languages.has(language)) throw new Error('Invalid parameter');
      texts.set(language, { ...texts.get(language), ...changed });
      return '';
    },
    isBotUser: () => (meeting.isInMeeting ? meeting.self?.isBotUser === true : null),
    getBotAppName: () => (meeting.self?.isBotUser ? (meeting.self.botBrandName ?? null) : null),
    getBotAuthorizedUserInfoByUserId: () => null,
    getAuthorizedBotListByUserId: () => (meeting.isInMeeting ? [] : null),
  };
}
