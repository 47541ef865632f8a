import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { TextSetting } from '#platform/shared';

export interface LocaleState extends TextSetting {
  /** Changes language or address for this page; an account's own choice comes in this way. */
  readonly change: (setting: Partial<TextSetting>) => void;
}

const LocaleContext = createContext<LocaleState>({ locale: 'de', address: 'sie', change: () => undefined });

/** Holds language and form of address for everything below, and keeps the page's `lang` true. */
export function LocaleProvider({ initial, children }: { readonly initial: TextSetting; readonly children: ReactNode }) {
  const [setting, setSetting] = useState<TextSetting>(initial);
  const state = useMemo<LocaleState>(
    () => ({ ...setting, change: (part) => setSetting((before) => ({ ...before, ...part })) }),
    [setting],
  );
  useEffect(() => {
    document.documentElement.lang = setting.locale;
  }, [setting.locale]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

/** Language and form of address of this page. */
export function useLocale(): LocaleState {
  return useContext(LocaleContext);
}
