import { browserSentence } from './browser-sentence';

/**
 * What `react-zoom-meeting/server` is for a browser: bundlers take this file there, by the package's `exports`. It has
 * none of the names that a page would import, so that the build fails before a secret is in its output, with a message
 * that has the name of the built file, `server-must-not-be-imported-by-a-browser`. An import without names is no
 * mistake that a bundler sees; that page fails when it loads.
 *
 * The one export keeps this a module: of a file without any, esbuild believes that it may have all. Its name is for
 * webpack, which lists the possible exports instead of the file.
 */
export { browserSentence as serverMustNotBeImportedByABrowser };

throw new Error(browserSentence);
