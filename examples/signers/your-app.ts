import type { SignatureDecision, SignatureSubject } from 'react-zoom-meeting/server';

// A minimal version of what your app already has: secrets, sessions, and the host of each meeting.

/** Read from the environment on each request, so that a rotated secret needs no restart. */
export const keys = () => ({ sdkKey: process.env.ZOOM_SDK_KEY!, sdkSecret: process.env.ZOOM_SDK_SECRET! });

const sessions = new Map([
  ['session-of-ada', { hosts: ['1234567890'] }],
  ['session-of-bob', { hosts: [] as string[] }],
]);

/** Signed-in users may join any meeting. Only a meeting's host may host it. */
export function authorize(request: Request, { meetingNumber, role }: SignatureSubject): SignatureDecision {
  const cookie = /(?:^|; )session=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const user = sessions.get(cookie ?? '');
  if (!user) return 'unauthenticated';
  return role === 0 || user.hosts.includes(meetingNumber);
}
