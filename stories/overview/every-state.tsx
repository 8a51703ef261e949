import type { ReactNode } from 'react';
import { PageHead } from '../look/kit';
import { PanelOf, panelStates } from '../panel-of-state';
import type { PanelWords } from '../panel-words';
import './overview.css';

interface Picture {
  /** A key of `panelStates`, or `joined`. */
  state: string;
  about: string;
  /** The story of `Components/ZoomMeeting` that plays it. */
  story: string;
}

const chapters: { title: string; about: string; pictures: Picture[] }[] = [
  {
    title: 'Before the meeting is joined',
    about: 'Most users see the first three for a second or two.',
    pictures: [
      { state: 'idle', about: 'Only with autoJoin={false}. A lobby replaces it.', story: 'idle' },
      { state: 'preparing', about: 'The SDK loads, and the signature is fetched.', story: 'preparing' },
      { state: 'joining', about: 'The request to join is sent to Zoom.', story: 'joining' },
      {
        state: 'retrying',
        about: 'A join failed. The next one is scheduled.',
        story: 'retrying-signer-ahead',
      },
      { state: 'offline', about: 'Joins when the connection is restored.', story: 'retrying-bad-connection' },
      { state: 'busy', about: 'The page shows one meeting at a time.', story: 'joined' },
    ],
  },
  {
    title: 'Waiting for someone',
    about: 'The user only has to wait. The meeting begins automatically.',
    pictures: [
      {
        state: 'waiting-for-host',
        about: 'The host has not started the meeting.',
        story: 'waiting-for-host',
      },
      { state: 'waiting-room', about: 'The host lets people in one by one.', story: 'waiting-room' },
    ],
  },
  {
    title: 'In the meeting',
    about: 'Zoom’s own interface fills the container. A panel covers it while the connection is lost.',
    pictures: [
      { state: 'joined', about: 'No panel: the SDK’s view.', story: 'joined' },
      { state: 'reconnecting', about: 'The SDK reconnects.', story: 'reconnecting' },
    ],
  },
  {
    title: 'Zoom needs something from the user',
    about: 'The panel has one form or one button, for what is missing.',
    pictures: [
      { state: 'passcode', about: 'Shows an error if the last one was wrong.', story: 'passcode' },
      { state: 'email', about: 'The host asks for it.', story: 'email' },
      { state: 'sign in', about: 'Only for people signed in to Zoom.', story: 'failed' },
      { state: 'register', about: 'The meeting requires registration.', story: 'registration' },
    ],
  },
  {
    title: 'After the meeting',
    about: 'The panel says how it ended, and what helps.',
    pictures: [
      { state: 'leaving', about: 'About half a second.', story: 'leaving' },
      { state: 'ended', about: 'Left, ended, removed: each has its own text.', story: 'ended-by-host' },
      { state: 'failed', about: 'One of about a hundred codes.', story: 'failed' },
    ],
  },
];

/** Every state side by side, without a meeting behind it. */
export function EveryState(words: PanelWords): ReactNode {
  return (
    <main className="overview">
      <PageHead title="Every state of a meeting">
        What a person sees, from the first second to the last. Each picture is the component itself: the
        toolbar above changes its theme, its language and its direction.
      </PageHead>
      {chapters.map(({ title, about, pictures }) => (
        <section key={title} className="states">
          <h2>{title}</h2>
          <p>{about}</p>
          <div>
            {pictures.map((picture) => (
              <State key={picture.state} {...picture} words={words} />
            ))}
          </div>
        </section>
      ))}
    </main>
  );
}

function State({ state, about, story, words }: Picture & { words: PanelWords }) {
  const shown = panelStates[state];
  return (
    <figure>
      {/* In a picture, the form does not take the focus. */}
      <div inert>
        {shown ? <PanelOf state={shown} height={320} title="Weekly sync" {...words} /> : <JoinedPicture />}
      </div>
      <figcaption>
        <strong>{state}</strong>
        <span>{about}</span>
        <a href={`?path=/story/components-zoommeeting--${story}`} target="_top" aria-label={`Play ${state}`}>
          Play
        </a>
      </figcaption>
    </figure>
  );
}

/** A drawing of the SDK's view, which only the SDK itself can render. */
function JoinedPicture() {
  return (
    <div className="joined-picture">
      <div>
        {['Ada', 'Grace', 'Alan', 'Katherine'].map((name) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <p>Zoom’s own view</p>
    </div>
  );
}
