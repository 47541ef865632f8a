import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTexts } from '#platform/web';
import { uiTexts } from '../i18n/ui-texts.js';
import type { MenuEntry } from '../overlay/Menu.js';
import { chooseColourScheme, useColourScheme, type ColourSchemeChoice } from './colour-scheme.js';

const icons = { light: IconSun, dark: IconMoon, system: IconDeviceDesktop } as const;
const choices: readonly ColourSchemeChoice[] = ['light', 'dark', 'system'];

/** The switch between light, dark and "as the computer", as entries of a menu. */
export function useColourSchemeEntries(): readonly MenuEntry[] {
  const t = useTexts(uiTexts);
  const current = useColourScheme();
  return [
    { kind: 'heading', label: t('scheme.title') },
    ...choices.map((choice): MenuEntry => {
      const Icon = icons[choice];
      return {
        kind: 'choice',
        label: t(`scheme.${choice}`),
        icon: <Icon size={18} stroke={1.8} aria-hidden="true" />,
        isChosen: choice === current,
        onSelect: () => chooseColourScheme(choice),
      };
    }),
  ];
}
