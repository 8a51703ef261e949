/** The logo and the name of the project. */
export const Brand = () => (
  <p className="brand">
    <img src="/favicon.svg" alt="" width="24" height="24" />
    react-zoom-meeting
  </p>
);
