import { Link } from 'react-router';
import { useTexts } from '#platform/web';
import { shellTexts } from './shell-texts.js';
import classes from './shell.module.css';

/** What must be reachable from every page by law; index.html repeats it for readers without scripts. */
export function Footer() {
  const t = useTexts(shellTexts);
  return (
    <footer className={classes.foot} data-print="no">
      <nav aria-label={t('legal')}>
        <ul>
          <li><Link to="/seite/impressum">{t('legal.imprint')}</Link></li>
          <li><Link to="/seite/datenschutz">{t('legal.privacy')}</Link></li>
          <li><Link to="/seite/barrierefreiheit">{t('legal.accessibility')}</Link></li>
          <li><Link to="/seite/hausregeln">{t('legal.rules')}</Link></li>
          <li><a href="/lizenzen.txt">{t('legal.licences')}</a></li>
        </ul>
      </nav>
    </footer>
  );
}
