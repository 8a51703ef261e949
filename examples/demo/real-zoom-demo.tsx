import { useState, type FormEvent } from 'react';
import { createSignatureFetcher, scriptSdk, ZoomMeeting, type ZoomMeetingProps } from 'react-zoom-meeting';
import { Brand } from './brand';
import { Timeline, Verdict, withState, type TimelineEntry } from './timeline';

const sdk = scriptSdk({ baseUrl: '/zoom-sdk' });
const fetchSignature = createSignatureFetcher('/api/zoom/signature');

type MeetingDetails = Pick<ZoomMeetingProps, 'meetingNumber' | 'userName' | 'password' | 'zak' | 'role'>;

/** The demo with an account: the real Zoom, with the keys from the environment. */
export function RealZoomDemo() {
  const [details, setDetails] = useState<MeetingDetails>();
  const [entries, setEntries] = useState<TimelineEntry[]>([]);
  function join(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setEntries([]);
    setDetails({
      meetingNumber: String(form.get('meetingNumber')),
      userName: String(form.get('userName')),
      password: String(form.get('password')),
      zak: String(form.get('zak')),
      role: form.get('host') ? 1 : 0,
    });
  }
  return (
    <main>
      <header>
        <Brand />
        <h1>Join a real meeting</h1>
        <p className="lead">With the keys from the environment. This project is not affiliated with Zoom.</p>
      </header>
      <form className="card join-form" onSubmit={join}>
        <label>
          Meeting number <input name="meetingNumber" required inputMode="numeric" />
        </label>
        <label>
          Passcode <input name="password" type="password" autoComplete="off" />
        </label>
        <label>
          Your name <input name="userName" required defaultValue="Ada" />
        </label>
        <label>
          ZAK, for a host <input name="zak" type="password" autoComplete="off" />
        </label>
        <label className="checkbox">
          <input name="host" type="checkbox" /> As host
        </label>
        <button type="submit" className="primary">
          Join
        </button>
      </form>
      {details && (
        <>
          <div className="pane">
            <div className="box">
              <ZoomMeeting
                {...details}
                sdk={sdk}
                fetchSignature={fetchSignature}
                onStatusChange={(state) => setEntries((before) => withState(before, state, Date.now()))}
              />
            </div>
          </div>
          <div className="below">
            <Timeline entries={entries} />
            <Verdict entries={entries} />
          </div>
        </>
      )}
    </main>
  );
}
