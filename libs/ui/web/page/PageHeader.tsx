import { IconEye } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTexts } from '#platform/web';
import { uiTexts } from '../i18n/ui-texts.js';
import { VisuallyHidden } from '../layout/Layout.js';
import classes from './page.module.css';

export interface Crumb {
  readonly label: ReactNode;
  readonly to: string;
}

/** The way here, without the page itself. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = useTexts(uiTexts);
  return (
    <nav className={classes.crumbs} aria-label={t('page.crumbs')} data-print="no">
      <ol>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** The line that says who can see this; one plain sentence from the server's rule. */
export function AudienceLine({ children }: { readonly children: ReactNode }) {
  const t = useTexts(uiTexts);
  return (
    <p className={classes.audience}>
      <IconEye size={18} stroke={1.8} aria-hidden="true" />
      <span>
        <VisuallyHidden>{t('page.audience')} </VisuallyHidden>
        {children}
      </span>
    </p>
  );
}

export interface PageHeaderProps {
  readonly title: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** An emblem or avatar before the title. */
  readonly lead?: ReactNode;
  /** One sentence under the title. */
  readonly summary?: ReactNode;
  /** Who can see this, as a sentence. */
  readonly audience?: ReactNode;
  /** At most two; the first may be primary. */
  readonly actions?: ReactNode;
}

/** The head of a page: where, title, who can see it, at most two actions. */
export function PageHeader({ title, crumbs = [], lead, summary, audience, actions }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      {crumbs.length > 0 && <Breadcrumb crumbs={crumbs} />}
      <div className={classes.top}>
        <div className={classes.words}>
          {lead}
          <h1 tabIndex={-1}>{title}</h1>
        </div>
        {actions !== undefined && actions !== null && actions !== false && (
          <div className={classes.actions} data-print="no">
            {actions}
          </div>
        )}
      </div>
      {summary !== undefined && <p className={classes.lead}>{summary}</p>}
      {audience !== undefined && <AudienceLine>{audience}</AudienceLine>}
    </header>
  );
}
