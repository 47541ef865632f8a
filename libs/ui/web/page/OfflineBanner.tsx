import { IconWifiOff } from '@tabler/icons-react';
import { useOnline, useTexts } from '#platform/web';
import { uiTexts } from '../i18n/ui-texts.js';
import classes from './page.module.css';

/** Says that there is no network and that nothing is lost. */
export function OfflineBanner() {
  const isOnline = useOnline();
  const t = useTexts(uiTexts);
  return (
    <output data-print="no">
      {!isOnline && (
        <span className={classes.offline}>
          <IconWifiOff size={18} stroke={1.9} aria-hidden="true" />
          <span>{t('offline')}</span>
        </span>
      )}
    </output>
  );
}
