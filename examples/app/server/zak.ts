/**
 * The ZAK of the host's Zoom account, which starts the meeting. It is requested with a Server-to-Server OAuth app.
 * `undefined` if `.env` has no such app: Zoom then refuses to let anyone host (3708).
 */
export async function fetchZak(): Promise<string | undefined> {
  const { ZOOM_ACCOUNT_ID, ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ZOOM_HOST_EMAIL } = process.env;
  if (!ZOOM_ACCOUNT_ID || !ZOOM_HOST_EMAIL) return undefined;
  const client = Buffer.from(`${ZOOM_CLIENT_ID}:${ZOOM_CLIENT_SECRET}`).toString('base64');
  const { access_token } = await askZoom<{ access_token: string }>('https://zoom.us/oauth/token', {
    method: 'POST',
    headers: { authorization: `Basic ${client}` },
    body: new URLSearchParams({ grant_type: 'account_credentials', account_id: ZOOM_ACCOUNT_ID }),
  });
  const { token } = await askZoom<{ token: string }>(
    `https://api.zoom.us/v2/users/${encodeURIComponent(ZOOM_HOST_EMAIL)}/token?type=zak`,
    { headers: { authorization: `Bearer ${access_token}` } },
  );
  return token;
}

async function askZoom<Answer>(url: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(url, init);
  if (!response.ok) throw new Error(`${new URL(url).pathname} answered ${response.status}.`);
  return (await response.json()) as Answer;
}
