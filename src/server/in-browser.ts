/** What `react-zoom-meeting/server` is for a browser: bundlers take this file there, by the package's `exports`. */
function refuse(): never {
  throw new Error(
    'react-zoom-meeting/server signs with your SDK secret, which must never reach a browser. Import it only in code ' +
      'that runs on your server, and let the page ask that server: createSignatureFetcher of react-zoom-meeting.',
  );
}

// Under the names of the real ones: a bundler that misses a name would say that, and not why.
export {
  refuse as createMeetingSignature,
  refuse as createSignatureHandler,
  refuse as SignatureInputError,
  refuse as toNodeHandler,
};

refuse();
