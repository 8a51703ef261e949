import { useState } from 'react';
import { useMatch } from 'react-router';
import type { ListedMeeting } from '../server/api';

/**
 * The meeting whose page was opened most recently. It stays the same while the user is on a page without a
 * meeting.
 */
export function useOpenedMeeting(meetings: readonly ListedMeeting[]): ListedMeeting | undefined {
  const number = useMatch('/meetings/:number')?.params.number;
  const [opened, setOpened] = useState(number);
  if (number !== undefined && number !== opened) setOpened(number);
  return meetings.find((meeting) => meeting.number === opened);
}
