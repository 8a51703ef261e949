/** `import 'react-zoom-meeting/styles.css'` imports no values, but TypeScript 6 requires a declaration of the file. */
export {};
