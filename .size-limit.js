const peers = ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query'];

/** Everything an import brings along, with the diagnosis of refused signatures, which is loaded when it is needed. */
const entry = (name, what, limit) => ({ name, path: 'dist/index.js', import: what, limit, ignore: peers, gzip: true });

export default [
  entry('ZoomMeeting with everything it needs', '{ ZoomMeeting }', '15 kB'),
  entry('useZoomClient alone', '{ useZoomClient }', '13.2 kB'),
];
