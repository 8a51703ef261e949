import express from 'express';
import { toNodeHandler } from 'react-zoom-meeting/server';
import { findUser, meetings, type User } from './directory';
import { cookieOptions, endSession, sessionCookie, startSession, userOf } from './sessions';
import { sign } from './signature';

/** What the page shows about a meeting. */
export interface ListedMeeting {
  number: string;
  title: string;
  time: string;
  isHost: boolean;
}

/** The signed-in user, and the meetings that they may join. */
export interface Account {
  user: User;
  meetings: ListedMeeting[];
}

export const api = express();

// Comes before any body parser, because the handler reads the body itself.
api.all('/api/zoom/signature', toNodeHandler(sign));

api.get('/api/account', (request, response) => {
  const user = userOf(request.headers.cookie);
  if (!user) return void response.sendStatus(401);
  const account: Account = {
    user,
    meetings: meetings.map(({ number, title, time, hostId }) => ({
      number,
      title,
      time,
      isHost: hostId === user.id,
    })),
  };
  response.set('Cache-Control', 'no-store').json(account);
});

// This example does not ask for a password. Replace it with your own sign-in.
api.post('/api/sign-in', express.urlencoded({ extended: false }), (request, response) => {
  const { userId } = request.body as { userId?: string };
  const user = findUser(String(userId));
  if (user) response.cookie(sessionCookie, startSession(user), cookieOptions);
  response.redirect(303, '/');
});

api.post('/api/sign-out', (request, response) => {
  endSession(request.headers.cookie);
  response.clearCookie(sessionCookie).redirect(303, '/');
});
