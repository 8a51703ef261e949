import { useMemo } from 'react';
import { chatMessagesOf } from '../meeting/chat-messages';
import { actionsOf, type ZoomActions } from '../meeting/zoom-actions';
import type { ZoomChatMessage } from '../sdk/zoom-sdk';
import { useSelection } from './use-selection';
import { useProvidedSession } from './zoom-meeting-provider';

/** The return value of `useChat`. */
export interface UseChatResult {
  /**
   * The messages that arrived or were sent, the oldest first. It is the same array until there is another message. A message
   * keeps its index, but may have no `id`.
   */
  messages: readonly ZoomChatMessage[];
  /** Sends a message: `sendChat` of `useZoomActions`. The function is stable. */
  send: ZoomActions['sendChat'];
}

/**
 * The chat of the meeting. Messages are kept while reconnecting, and cleared when the meeting ends.
 *
 * The SDK has no list of messages. The hook knows only those since a component of the meeting first used the hook, so use it in
 * a component that is mounted before the meeting is joined.
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
