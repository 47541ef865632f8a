import { createTheme, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import './mantine.css';

const theme = createTheme({ respectReducedMotion: true, cursorType: 'pointer' });

// The attribute on <html> is set by our own switch of schemes; Mantine only reads it.
const colourSchemes = { get: () => 'light' as const, set: () => undefined, subscribe: () => undefined, unsubscribe: () => undefined, clear: () => undefined };

/**
 * Surroundings of the components taken from Mantine. Its variables come from our style sheet and not from a style
 * element made while running: the page's rules (CSP, Trusted Types) would refuse that one.
 */
export function MantineFrame({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider theme={theme} withCssVariables={false} withGlobalClasses={false} deduplicateCssVariables={false} colorSchemeManager={colourSchemes} getRootElement={() => undefined}>
      {children}
    </MantineProvider>
  );
}
