declare module 'react-zoom-meeting/styles.css';
