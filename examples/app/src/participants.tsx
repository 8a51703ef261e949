import { useState } from 'react';
import {
  useCurrentUser,
  useParticipants,
  useZoomActions,
  ZoomMeetingError,
  type ZoomParticipant,
} from 'react-zoom-meeting';

/** Everyone in the meeting. A host can mute and remove other participants. */
export function Participants() {
  const participants = useParticipants();
  const ownId = useCurrentUser((user) => user?.userId);
  const isHost = useCurrentUser((user) => Boolean(user?.isHost || user?.isCoHost));
  const { mute, expel } = useZoomActions();
  const [problem, setProblem] = useState('');

  async function run(action: Promise<unknown>) {
    setProblem('');
    try {
      await action;
    } catch (error) {
      setProblem(error instanceof ZoomMeetingError ? error.message : 'Something went wrong.');
    }
  }

  return (
    <section className="card" aria-labelledby="participants">
      <h2 id="participants">Participants{participants.length > 0 && ` (${participants.length})`}</h2>
      {participants.length === 0 && <p className="hint">You see them here when you have joined.</p>}
      <ul className="participants">
        {participants.map((participant) => {
          const { userId, displayName, muted } = participant;
          return (
            <li key={userId}>
              <span className="name">
                {displayName}
                <small>{describe(participant, ownId)}</small>
              </span>
              {isHost && userId !== ownId && (
                <>
                  {muted === false && (
                    <button
                      className="button"
                      aria-label={`Mute ${displayName}`}
                      onClick={() => void run(mute({ mute: true, userId }))}
                    >
                      Mute
                    </button>
                  )}
                  <button
                    className="button"
                    aria-label={`Remove ${displayName}`}
                    onClick={() => void run(expel(userId))}
                  >
                    Remove
                  </button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      <p role="alert">{problem}</p>
    </section>
  );
}

function describe({ userId, isHost, audio, muted }: ZoomParticipant, ownId: number | undefined): string {
  const sound = !audio ? 'no audio' : muted ? 'muted' : 'unmuted';
  return [userId === ownId && 'you', isHost && 'host', sound].filter(Boolean).join(', ');
}
