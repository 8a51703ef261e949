import type { SignatureDecision, SignatureSubject } from 'react-zoom-meeting/server';

// What an app has already, in miniature: its secrets, its sessions, and who hosts what.

/** From the environment, at each request: a rotated secret needs no restart where the environment changes. */
export const keys = () => ({ sdkKey: process.env.ZOOM_SDK_KEY!, sdkSecret: process.env.ZOOM_SDK_SECRET! });

const sessions = new Map([
  ['session-of-ada', { hosts: ['1234567890'] }],
  ['session-of-bob', { hosts: [] as string[] }],
]);

/** Whoever is signed in may join; only the host of a meeting joins it as one. */
export function authorize(request: Request, { meetingNumber, role }: SignatureSubject): SignatureDecision {
  const cookie = /(?:^|; )session=([^;]+)/.exec(request.headers.get('cookie') ?? '')?.[1];
  const user = sessions.get(cookie ?? '');
  if (!user) return 'unauthenticated';
  return role === 0 || user.hosts.includes(meetingNumber);
}
