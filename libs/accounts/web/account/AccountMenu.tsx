import { useMutation, useQuery } from '@apollo/client/react';
import { IconAddressBook, IconBellCog, IconFlag, IconLogout, IconSettings, IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { discardUnsavedWork, graphql, leaveByHand, saveUnsavedWork, startOver, stayAfterAll, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { forgetDraftTexts, hasDraftTexts } from '#text/web';
import { Avatar, Button, clearAllDrafts, Dialog, Menu, toast, useColourSchemeEntries, VisuallyHidden } from '#ui/web';
import { menuTexts } from '../menu-texts.js';
import classes from './account.module.css';

const MenuQuery = graphql(`
  query AccountMenu {
    me {
      id
      name
    }
  }
`);
const SignOut = graphql(`
  mutation SignOut {
    signOut
  }
`);

/** Top right: one's name, and behind it account, appearance and the way out. */
export function AccountMenu() {
  const t = useTexts(menuTexts);
  const errors = useErrorTexts(menuTexts);
  const viewer = useViewer();
  const { data } = useQuery(MenuQuery);
  const [signOut] = useMutation(SignOut);
  const appearance = useColourSchemeEntries();
  const name = data?.me?.name ?? '';
  const [isAsking, setAsking] = useState(false);
  const leave = async () => {
    setAsking(false);
    try {
      // Before: other tabs may hear of it at once.
      leaveByHand();
      await signOut();
      // The device may be shared: neither an open editor nor the browser keeps what was written.
      await discardUnsavedWork();
      forgetDraftTexts();
      clearAllDrafts();
      startOver('/');
    } catch (error) {
      stayAfterAll();
      toast(errors.sentence(error));
    }
  };
  const wantToLeave = async () => {
    await saveUnsavedWork();
    if (viewer.accountId !== null && hasDraftTexts(viewer.accountId)) setAsking(true);
    else await leave();
  };
  const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;
  return (
    <>
      <Menu
        entries={[
          { kind: 'heading', label: name },
          // By the viewer, who is known from the start: entries that come later would move the others under the pointer.
          ...(viewer.isApproved && viewer.accountId !== null ? [{ kind: 'link' as const, label: t('menu.profile'), to: `/person/${viewer.accountId}`, icon: <IconUser {...icon} /> }] : []),
          { kind: 'link', label: t('menu.sheet'), to: '/kontaktdaten', icon: <IconAddressBook {...icon} /> },
          { kind: 'link', label: t('menu.account'), to: '/konto', icon: <IconSettings {...icon} /> },
          { kind: 'link', label: t('menu.notifications'), to: '/konto/benachrichtigungen', icon: <IconBellCog {...icon} /> },
          { kind: 'link', label: t('menu.reports'), to: '/meldungen', icon: <IconFlag {...icon} /> },
          { kind: 'line' },
          ...appearance,
          { kind: 'line' },
          { label: t('menu.signOut'), onSelect: () => void wantToLeave(), icon: <IconLogout {...icon} /> },
        ]}
      >
        {(props) => (
          <Button kind="quiet" {...props} className={classes.trigger}>
            <span className={classes.who}>
              <Avatar name={name === '' ? '·' : name} size={30} />
              <VisuallyHidden>{t('menu.label')} </VisuallyHidden>
              <span className={classes.name}>{name}</span>
            </span>
          </Button>
        )}
      </Menu>
      <Dialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        title={t('leave.title')}
        actions={
          <>
            <Button data-first="" kind="primary" onClick={() => setAsking(false)}>{t('leave.back')}</Button>
            <Button kind="danger" onClick={() => void leave()}>{t('leave.anyway')}</Button>
          </>
        }
      >
        <p>{t('leave.text')}</p>
      </Dialog>
    </>
  );
}
