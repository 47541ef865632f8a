import { IconInbox, IconListCheck, IconMailForward, IconTableImport, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import type { RouteEntry, SlotEntry } from '#platform/web';
import { accountsTexts } from './accounts-texts.js';
import { coordinationTexts } from './coordination-texts.js';
import { menuTexts } from './menu-texts.js';

const texts = [accountsTexts];
const bare = { texts, frame: 'bare' } as const;
const both = [accountsTexts, coordinationTexts];

const entrance: readonly RouteEntry[] = [
  { path: '/einrichten', load: async () => (await import('./entrance/SetUpPage.js')).SetUpPage, ...bare },
  { path: '/registrieren', load: async () => (await import('./entrance/RegisterPage.js')).RegisterPage, ...bare },
  { path: '/einladung', load: async () => (await import('./entrance/InvitationPage.js')).InvitationPage, ...bare },
  { path: '/willkommen', load: async () => (await import('./entrance/WelcomePage.js')).WelcomePage, ...bare },
  { path: '/bestaetigen', load: async () => (await import('./entrance/ConfirmPage.js')).ConfirmPage, ...bare },
  { path: '/adresse-bestaetigen', load: async () => (await import('./entrance/ConfirmPage.js')).ConfirmAddressPage, ...bare },
  { path: '/anmelden', load: async () => (await import('./entrance/SignInPage.js')).SignInPage, ...bare },
  { path: '/passwort-vergessen', load: async () => (await import('./entrance/ForgottenPage.js')).ForgottenPage, ...bare },
  { path: '/passwort-neu', load: async () => (await import('./entrance/NewPasswordPage.js')).NewPasswordPage, ...bare },
];

const coordination: readonly RouteEntry[] = [
  {
    path: '/koordination/registrierungen',
    load: async () => (await import('./coordination/RegistrationsPage.js')).RegistrationsPage,
    texts: both,
    nav: { label: { de: 'Registrierungen', en: 'Registrations' }, icon: IconInbox, audience: 'coordinators', group: 'people', order: 10 },
  },
  {
    path: '/koordination/konten',
    load: async () => (await import('./coordination/AccountsPage.js')).AccountsPage,
    texts: both,
    nav: { label: { de: 'Konten', en: 'Accounts' }, icon: IconUsersGroup, audience: 'coordinators', group: 'people', order: 20 },
  },
  { path: '/koordination/konten/:id', load: async () => (await import('./coordination/ManagedAccountPage.js')).ManagedAccountPage, texts: both },
  {
    path: '/koordination/einladungen',
    load: async () => (await import('./coordination/InvitationsPage.js')).InvitationsPage,
    texts: both,
    nav: { label: { de: 'Einladungen', en: 'Invitations' }, icon: IconMailForward, audience: 'coordinators', group: 'people', order: 30 },
  },
  {
    path: '/koordination/import',
    load: async () => (await import('./coordination/ImportPage.js')).ImportPage,
    texts: both,
    nav: { label: { de: 'Mitglieder importieren', en: 'Import members' }, icon: IconTableImport, audience: 'coordinators', group: 'people', order: 40 },
  },
  {
    path: '/koordination/kontaktdatenblatt',
    load: async () => (await import('./coordination/SheetFieldsPage.js')).SheetFieldsPage,
    texts: both,
    nav: { label: { de: 'Kontaktdatenblatt', en: 'Contact data sheet' }, icon: IconListCheck, audience: 'coordinators', group: 'people', order: 50 },
  },
];

export const accountsRoutes: readonly RouteEntry[] = [
  ...entrance,
  { path: '/kontaktdaten', load: async () => (await import('./sheet/SheetPage.js')).SheetPage, texts },
  { path: '/konto', load: async () => (await import('./account/AccountPage.js')).AccountPage, texts },
  {
    path: '/personen',
    load: async () => (await import('./people/PeoplePage.js')).PeoplePage,
    texts,
    nav: { label: { de: 'Personen', en: 'People' }, icon: IconUsers, audience: 'members', order: 60 },
  },
  { path: '/person/:id', load: async () => (await import('./people/PersonPage.js')).PersonPage, texts },
  ...coordination,
];

/** Top right for everybody signed in: one's own account, the appearance, the way out. */
export const accountMenu: SlotEntry = { load: async () => (await import('./account/AccountMenu.js')).AccountMenu, texts: [menuTexts] };

/** On a guest's home page: how the programme is set up, while it is not. */
export const accountsWelcome: SlotEntry = { load: async () => (await import('./home/SetUpHint.js')).SetUpHint, texts, order: 0 };

/** On the home page: registrations for coordinators, an unfinished sheet for its owner. */
export const accountsWaiting: SlotEntry = { load: async () => (await import('./home/AccountsWaiting.js')).AccountsWaiting, texts, order: 10 };
