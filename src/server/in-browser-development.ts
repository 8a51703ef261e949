/**
 * The module that `react-zoom-meeting/server` resolves to for a browser during development. A development server links modules in
 * the browser, whose error message about a missing file or name would not explain the cause. Therefore this module exports the
 * names.
 */
function refuse(): never {
  throw new Error(
    "react-zoom-meeting/server signs with your SDK secret, which must never reach a browser. Import it only in code that runs on your server, and call createSignatureFetcher in the page. A bundle or a test for a server needs the resolve condition 'node'.",
  );
}

export {
  refuse as createMeetingSignature,
  refuse as createSignatureHandler,
  refuse as SignatureInputError,
  refuse as toNodeHandler,
};

refuse();
