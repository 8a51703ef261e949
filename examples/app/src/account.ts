import { useQuery } from '@tanstack/react-query';
import type { Account } from '../server/api';

/** The signed-in user and their meetings. `null` if nobody is signed in. */
export const useAccount = () =>
  useQuery({ queryKey: ['account'], queryFn: fetchAccount, refetchOnWindowFocus: false });

async function fetchAccount(): Promise<Account | null> {
  const response = await fetch('/api/account');
  if (response.status === 401) return null;
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  return (await response.json()) as Account;
}
