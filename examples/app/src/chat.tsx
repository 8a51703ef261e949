import { useState, type FormEvent } from 'react';
import { useChat, useZoomMeeting } from 'react-zoom-meeting';

/**
 * The chat with everyone. It is mounted before the meeting is joined, because the SDK has no list of earlier
 * messages.
 */
export function Chat() {
  const { status } = useZoomMeeting();
  const { messages, send } = useChat();
  const [problem, setProblem] = useState('');

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setProblem('');
    try {
      await send({ message: String(new FormData(form).get('message')) });
      form.reset();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : 'The message was not sent.');
    }
  }

  return (
    <section className="card" aria-labelledby="chat">
      <h2 id="chat">Chat</h2>
      {/* Scrollable, so it must be reachable by keyboard. */}
      <div className="messages" role="log" aria-labelledby="chat" tabIndex={0}>
        {/* Messages are only added, so their index is a stable key. */}
        {messages.map(({ sender, message }, index) => (
          <p key={index}>
            <strong>{sender.name}</strong> {message}
          </p>
        ))}
        {messages.length === 0 && <p className="hint">No messages yet.</p>}
      </div>
      <form className="message-form" onSubmit={(event) => void submit(event)}>
        <input name="message" aria-label="Message to everyone" placeholder="Message to everyone" required />
        <button className="button" disabled={status !== 'joined'}>
          Send
        </button>
      </form>
      <p role="alert">{problem}</p>
    </section>
  );
}
