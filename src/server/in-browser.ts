/**
 * The module that `react-zoom-meeting/server` resolves to, by the package's `exports`, where the resolver does not target a server.
 * Every bundler fails on an import that it cannot find and prints its name, so the name is the message, however the
 * page imports this. A runtime without a bundler, such as Jest with jsdom, fails in the same way.
 */
// @ts-expect-error There is no such file.
import "./react-zoom-meeting/server signs with your SDK secret, which must never reach a browser. Import it only in code that runs on your server, and call createSignatureFetcher in the page. A bundle or a test for a server needs the resolve condition 'node'";
