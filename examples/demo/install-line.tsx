import { useState } from 'react';

const command = 'npm install react-zoom-meeting @tanstack/react-query';

/** The install command, with a button to copy it. */
export function InstallLine() {
  const [isCopied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(command).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div className="install">
      <code>{command}</code>
      <button type="button" onClick={copy}>
        {isCopied ? 'Copied' : 'Copy'}
      </button>
    </div>
  );
}
