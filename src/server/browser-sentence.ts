/** What a page is told that imports `react-zoom-meeting/server`. */
export const browserSentence =
  'react-zoom-meeting/server signs with your SDK secret, which must never reach a browser. Import it only in code ' +
  'that runs on your server, and let the page ask that server: createSignatureFetcher of react-zoom-meeting.';
