import { randomBytes } from 'node:crypto';
import type { CookieOptions } from 'express';
import { findUser, type User } from './directory';

/** How long a session lasts, in ms. */
const lifetime = 8 * 60 * 60 * 1000;

/** Only in this process. Use a database if sessions must survive a restart. */
const sessions = new Map<string, { userId: string; endsAt: number }>();

export const sessionCookie = 'session';

/** Scripts cannot read it, and other sites' forms do not send it. */
export const cookieOptions: CookieOptions = {
  httpOnly: true,
  sameSite: 'lax',
  secure: process.env.NODE_ENV === 'production',
  maxAge: lifetime,
};

/** Starts a session. Returns its id for the cookie. */
export function startSession(user: User): string {
  const id = randomBytes(32).toString('base64url');
  sessions.set(id, { userId: user.id, endsAt: Date.now() + lifetime });
  return id;
}

export function endSession(cookies: string | null | undefined): void {
  sessions.delete(sessionId(cookies));
}

/** The signed-in user, according to a request's `Cookie` header. */
export function userOf(cookies: string | null | undefined): User | undefined {
  const session = sessions.get(sessionId(cookies));
  return session && session.endsAt > Date.now() ? findUser(session.userId) : undefined;
}

const sessionId = (cookies: string | null | undefined) =>
  /(?:^|; )session=([\w-]+)/.exec(cookies ?? '')?.[1] ?? '';
