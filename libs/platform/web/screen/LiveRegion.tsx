import { useEffect, useState, type CSSProperties } from 'react';
import { onAnnouncement } from './announce.js';

const unseen: CSSProperties = { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' };

/** The one live region of the page; the shell renders it once. */
export function LiveRegion() {
  const [polite, setPolite] = useState('');
  const [assertive, setAssertive] = useState('');
  useEffect(
    () =>
      onAnnouncement((message, politeness) => {
        const set = politeness === 'assertive' ? setAssertive : setPolite;
        // The same message twice must be a change, else it is not read out again.
        set((before) => (before === message ? `${message}\u00A0` : message));
      }),
    [],
  );
  return (
    <>
      <output aria-live="polite" style={unseen}>{polite}</output>
      <div role="alert" aria-live="assertive" style={unseen}>{assertive}</div>
    </>
  );
}
