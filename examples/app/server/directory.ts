// A minimal version of what your database contains: users, and meetings with their hosts.

export interface User {
  id: string;
  name: string;
}

export interface Meeting {
  /** Digits only. */
  number: string;
  title: string;
  time: string;
  /** The id of the user who may host the meeting. */
  hostId: string;
  /** Stays on the server until a user joins. */
  passcode?: string;
}

const users: readonly User[] = [
  { id: 'ada', name: 'Ada Lovelace' },
  { id: 'bob', name: 'Bob Kahn' },
];

const examples: readonly Meeting[] = [
  { number: '1234567890', title: 'Weekly sync', time: 'Mondays, 10:00', hostId: 'ada' },
  { number: '2345678901', title: 'Design review', time: 'Tuesdays, 14:00', hostId: 'ada' },
  { number: '3456789012', title: 'Office hours', time: 'Fridays, 16:00', hostId: 'bob' },
];

const { MEETING_NUMBER, MEETING_PASSCODE } = process.env;

/** All meetings, or only the one in `MEETING_NUMBER` from `.env`. */
export const meetings: readonly Meeting[] = MEETING_NUMBER
  ? [
      {
        number: MEETING_NUMBER.replace(/\D/g, ''),
        title: 'Your meeting',
        time: 'At any time',
        hostId: 'ada',
        ...(MEETING_PASSCODE && { passcode: MEETING_PASSCODE }),
      },
    ]
  : examples;

export const findUser = (id: string): User | undefined => users.find((user) => user.id === id);

export const findMeeting = (number: string): Meeting | undefined =>
  meetings.find((meeting) => meeting.number === number);
