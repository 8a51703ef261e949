import { browserSentence } from './browser-sentence';

/**
 * What `react-zoom-meeting/server` is for a browser: bundlers take this file there, by the package's `exports`. It has
 * none of the names that a page would import, so that the build fails before a secret is in its output, with a message
 * that has the name of the built file, `server-must-not-be-imported-by-a-browser`. An import without names is no
 * mistake that a bundler sees; that page fails when it loads.
 *
 * The default export keeps this a module: of a file without exports esbuild believes that it may have any.
 */
export default browserSentence;

throw new Error(browserSentence);
