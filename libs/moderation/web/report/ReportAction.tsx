import { IconFlag } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTexts, useViewer } from '#platform/web';
import { Button, LinkButton, type MenuEntry } from '#ui/web';
import { reportTexts } from './report-texts.js';

// Rarely opened; the page is read without it.
const ReportDialog = lazy(async () => ({ default: (await import('./ReportDialog.js')).ReportDialog }));

const icon = <IconFlag size={20} stroke={1.8} aria-hidden="true" />;

/** Where somebody without an account reports what is illegal. */
export const guestReportPath = (kind: string, id: string): string => `/melden/${kind}/${id}`;

export interface ReportActionProps {
  /** `tip`, `post`, `discussion`, `poll`. */
  readonly kind: string;
  readonly id: string;
}

/** A quiet button below something; guests are led to the form for illegal content. Not for one's own. */
export function ReportAction({ kind, id }: ReportActionProps) {
  const t = useTexts(reportTexts);
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (viewer.isGuest) return <LinkButton kind="quiet" size="small" icon={icon} to={guestReportPath(kind, id)}>{t('action.guest')}</LinkButton>;
  return (
    <>
      <Button kind="quiet" size="small" icon={icon} aria-haspopup="dialog" onClick={() => setOpen(true)}>{t('action.report')}</Button>
      <Suspense>{isOpen && <ReportDialog kind={kind} id={id} isOpen onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}

/** The same as an entry of a menu; put `dialog` beside the menu. */
export function useReportEntry(kind: string, id: string): { readonly entry: MenuEntry; readonly dialog: React.ReactNode } {
  const t = useTexts(reportTexts);
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const entry: MenuEntry = viewer.isGuest
    ? { kind: 'link', label: t('action.guest'), icon, to: guestReportPath(kind, id) }
    : { label: t('action.report'), icon, onSelect: () => setOpen(true) };
  return { entry, dialog: <Suspense>{isOpen && <ReportDialog kind={kind} id={id} isOpen onClose={() => setOpen(false)} />}</Suspense> };
}
