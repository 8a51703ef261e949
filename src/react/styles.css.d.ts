/** `import 'react-zoom-meeting/styles.css'` has no values; TypeScript 6 wants to know that the file exists. */
export {};
