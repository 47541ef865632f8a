import { IconKeyboard } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '#platform/web';
import { Button } from '../button/Button.js';
import { Checkbox } from '../field/Choices.js';
import { uiTexts } from '../i18n/ui-texts.js';
import { Kbd } from '../identity/Identity.js';
import { Dialog } from '../overlay/Dialog.js';
import classes from './keys.module.css';
import { shortcutsHere, switchShortcuts, useShortcuts, useShortcutsOn } from './shortcuts.js';

const shownName = (key: string) => (key === 'Enter' ? '⏎' : key);

/** The button to the list of this page's keys, and the key `?` for it. The list is also where they are switched off. */
export function ShortcutList() {
  const t = useTexts(uiTexts);
  const isOn = useShortcutsOn();
  const [isOpen, setOpen] = useState(false);
  useShortcuts([{ key: '?', label: t('keys.list'), run: () => setOpen(true) }]);
  return (
    <>
      <Button kind="quiet" size="small" icon={<IconKeyboard size={18} stroke={1.8} aria-hidden="true" />} aria-haspopup="dialog" className={classes.button} onClick={() => setOpen(true)}>
        {t('keys.title')}
      </Button>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={t('keys.title')}>
        <dl className={classes.keys}>
          {isOpen &&
            shortcutsHere().map(({ key, label }) => (
              <div key={key}>
                <dt><Kbd>{shownName(key)}</Kbd></dt>
                <dd>{label}</dd>
              </div>
            ))}
        </dl>
        <Checkbox label={t('keys.use')} help={t('keys.useHelp')} value={isOn} onChange={switchShortcuts} />
      </Dialog>
    </>
  );
}
