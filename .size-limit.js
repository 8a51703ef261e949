const peers = /^(react|react-dom|react\/jsx-runtime|@tanstack\/react-query)$/;
const onDemand = /(inspect-signature|[a-z]{2}-[A-Z]{2})-\w+\.js$/;

/**
 * What is outside: the peers, which the app has anyway, and the chunks that are loaded on demand: the diagnosis of a refused
 * signature and the languages. They have limits of their own below.
 */
const outside = {
  name: 'outside',
  setup(build) {
    build.onResolve({ filter: peers }, ({ path }) => ({ path, external: true, sideEffects: false }));
    build.onResolve({ filter: onDemand }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

const entry = (name, what, limit) => ({
  name,
  path: 'dist/index.js',
  import: what,
  limit,
  gzip: true,
  modifyEsbuildConfig: (config) => ({
    ...config,
    format: 'esm',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [outside, ...(config.plugins ?? [])],
  }),
});

export default [
  entry('ZoomMeeting with everything it needs', '{ ZoomMeeting }', '26.5 kB'),
  entry('ZoomMeeting with ZoomLobby', '{ ZoomMeeting, ZoomLobby }', '30.9 kB'),
  entry('useZoomClient alone', '{ useZoomClient }', '18.4 kB'),
  entry('the diagnosis of a refused signature, loaded on demand', '{ inspectSignature }', '2.4 kB'),
  {
    name: 'the longest language, loaded on demand',
    path: 'dist/ru-RU-*.js',
    limit: '3 kB',
    gzip: true,
  },
  {
    name: 'the longest language of the lobby, loaded on demand',
    path: 'dist/lobby-ru-RU-*.js',
    limit: '1.2 kB',
    gzip: true,
  },
];
