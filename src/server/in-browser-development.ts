import { browserSentence } from './browser-sentence';

/**
 * What `react-zoom-meeting/server` is for a browser while developing. A development server links modules in the
 * browser, which would say that a name is missing in some file of a cache, and not why. So this one has the names.
 */
function refuse(): never {
  throw new Error(browserSentence);
}

export {
  refuse as createMeetingSignature,
  refuse as createSignatureHandler,
  refuse as SignatureInputError,
  refuse as toNodeHandler,
};

refuse();
