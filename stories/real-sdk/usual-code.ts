import type { ZoomEmbedded } from 'react-zoom-meeting';

export async function startMeeting(ZoomMtgEmbedded: ZoomEmbedded, showError: (text: string) => void) {
  const client = ZoomMtgEmbedded.createClient();
  try {
    const response = await fetch('/api/zoom/signature', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ meetingNumber: '123456789', role: 0 }),
    });
    const { signature } = await response.json();

    await client.init({
      zoomAppRoot: document.getElementById('meetingSDKElement')!,
      language: 'en-US',
      assetPath: new URL('zoom-sdk/lib/av', document.baseURI).href,
      patchJsMedia: true,
    });
    await client.join({
      signature,
      meetingNumber: '123456789',
      userName: 'Ada',
      password: '',
    });
    console.log('joined successfully');
  } catch (error) {
    console.log(error);
    const { reason, errorCode } = error as { reason: string; errorCode: number };
    showError(`${reason} (${errorCode})`);
  }
}
