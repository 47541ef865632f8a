import { Component, useEffect, useState, type ReactNode } from 'react';
import { useDocumentTitle, useOnline, useTexts } from '#platform/web';
import { Button } from '../button/Button.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { Alert } from '../state/State.js';
import { PageHeader } from './PageHeader.js';
import classes from './page.module.css';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** A new value (the path) gives the page another chance. */
  readonly resetKey: string;
}

interface ErrorBoundaryState {
  readonly error: unknown;
  readonly resetKey: string;
}

/** After a new release the old pieces are gone from the server: then only a reload helps. */
const isMissingPiece = (error: unknown) => error instanceof Error && /dynamically imported module|Importing a module script|preload CSS/i.test(error.message);

function Broken({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  const t = useTexts(uiTexts);
  const isOnline = useOnline();
  // As it was when the piece was asked for: back in the network it is the same page that waits.
  const [wasOffline] = useState(!isOnline);
  const isAway = isMissingPiece(error) && wasOffline;
  const title = t(isAway ? 'broken.awayTitle' : isMissingPiece(error) ? 'broken.oldTitle' : 'broken.title');
  useDocumentTitle(title);
  useEffect(() => {
    // Nothing stands on this page that a reload could take away.
    if (isAway && isOnline) window.location.reload();
  }, [isAway, isOnline]);
  return (
    <div className={classes.page}>
      <PageHeader title={title} />
      <Alert
        kind={isMissingPiece(error) ? 'note' : 'danger'}
        live
        action={
          <div>
            <Button kind="primary" onClick={isMissingPiece(error) ? () => window.location.reload() : onRetry}>
              {t(isMissingPiece(error) ? 'broken.reload' : 'page.retry')}
            </Button>
          </div>
        }
      >
        {t(isAway ? 'broken.awayText' : isMissingPiece(error) ? 'broken.oldText' : 'broken.text')}
      </Alert>
    </div>
  );
}

/** Keeps a fault of one page from taking the frame with it. What was typed is kept by the forms' drafts. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<ErrorBoundaryState> {
    return { error: error ?? new Error('unknown') };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: ErrorBoundaryState): Partial<ErrorBoundaryState> | null {
    return props.resetKey === state.resetKey ? null : { error: undefined, resetKey: props.resetKey };
  }

  override render(): ReactNode {
    if (this.state.error === undefined) return this.props.children;
    return <Broken error={this.state.error} onRetry={() => this.setState({ error: undefined })} />;
  }
}
