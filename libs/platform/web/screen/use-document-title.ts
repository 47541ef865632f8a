import { useEffect } from 'react';
import { announce } from './announce.js';
import { readBoot } from '../boot/boot.js';

let spokenPath: string | undefined;

/**
 * Sets the document's title. After a change of page it is also read out, since nothing else tells a blind reader that
 * the page has changed. The very first page is announced by the browser itself.
 */
export function useDocumentTitle(title: string | undefined): void {
  useEffect(() => {
    if (title === undefined) return;
    const { programmeName } = readBoot();
    document.title = title === programmeName ? title : `${title} · ${programmeName}`;
    const path = window.location.pathname;
    if (spokenPath !== undefined && spokenPath !== path) announce(title);
    spokenPath = path;
  }, [title]);
}
