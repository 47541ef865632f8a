import { useMutation, useQuery } from '@apollo/client/react';
import { IconAddressBook, IconLogout, IconSettings, IconUser } from '@tabler/icons-react';
import { graphql, startOver, useErrorTexts, useTexts, useViewer } from '#platform/web';
import { Avatar, Button, clearAllDrafts, Menu, toast, useColourSchemeEntries, VisuallyHidden } from '#ui/web';
import { accountsTexts } from '../accounts-texts.js';
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
  const t = useTexts(accountsTexts);
  const errors = useErrorTexts(accountsTexts);
  const viewer = useViewer();
  const { data } = useQuery(MenuQuery);
  const [signOut] = useMutation(SignOut);
  const appearance = useColourSchemeEntries();
  const name = data?.me?.name ?? '';
  const leave = async () => {
    try {
      await signOut();
      clearAllDrafts();
      startOver('/');
    } catch (error) {
      toast(errors.sentence(error));
    }
  };
  const icon = { size: 18, stroke: 1.8, 'aria-hidden': true } as const;
  return (
    <Menu
      entries={[
        { kind: 'heading', label: name },
        ...(viewer.isApproved && data?.me ? [{ kind: 'link' as const, label: t('menu.profile'), to: `/person/${data.me.id}`, icon: <IconUser {...icon} /> }] : []),
        { kind: 'link', label: t('menu.sheet'), to: '/kontaktdaten', icon: <IconAddressBook {...icon} /> },
        { kind: 'link', label: t('menu.account'), to: '/konto', icon: <IconSettings {...icon} /> },
        { kind: 'line' },
        ...appearance,
        { kind: 'line' },
        { label: t('menu.signOut'), onSelect: () => void leave(), icon: <IconLogout {...icon} /> },
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
  );
}
