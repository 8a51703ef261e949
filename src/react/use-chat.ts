import { useMemo } from 'react';
import { chatMessagesOf } from '../meeting/chat-messages';
import { actionsOf, type ZoomActions } from '../meeting/zoom-actions';
import type { ZoomChatMessage } from '../sdk/zoom-sdk';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/** What `useChat` returns. */
export interface UseChatResult {
  /**
   * The messages that arrived or were sent, the oldest first. The same array until there is another message. A message keeps its
   * index. Not every message has an `id`.
   */
  messages: readonly ZoomChatMessage[];
  /** `sendChat` of `useZoomActions`. Stable. */
  send: ZoomActions['sendChat'];
}

/**
 * The chat of the meeting. Messages stay while reconnecting, and end with the meeting.
 *
 * The SDK has no list of messages: the hook knows those since a component of the meeting used it for the first time. Call it in a
 * component that is mounted before the meeting is joined.
 *
 * @throws An `Error` outside `ZoomMeetingProvider` and `ZoomMeeting`.
 * @example
 * const { messages, send } = useChat();
 * return (
 *   <>
 *     {messages.map(({ sender, message }, index) => (
 *       <p key={index}>
 *         {sender.name}: {message}
 *       </p>
 *     ))}
 *     <button onClick={() => send({ message: 'Hello' }).catch(console.error)}>Say hello</button>
 *   </>
 * );
 */
export function useChat(): UseChatResult {
  const session = useProvidedSession();
  const messages = useSelection(chatMessagesOf(session), itself);
  const send = actionsOf(session).sendChat;
  return useMemo(() => ({ messages, send }), [messages, send]);
}

const itself = (messages: readonly ZoomChatMessage[]) => messages;
