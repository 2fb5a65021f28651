// Light and dark: Mantine follows the system until the reader switches, and the page takes the canvas' colours.
import {
  createTheme,
  localStorageColorSchemeManager,
  MantineProvider,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { type ReactNode, useLayoutEffect } from 'react';
import { cssVariables, type Theme } from './canvas/tokens.ts';

const FONT = '"Inter Variable", Inter, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const theme = createTheme({
  fontFamily: FONT,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
});
const manager = localStorageColorSchemeManager({ key: 'entente.theme' });

/** The theme that is shown now. */
export const useTheme = (): Theme => useComputedColorScheme('light', { getInitialValueInEffect: false });

/** Switches between light and dark. */
export function useThemeSwitch(): () => void {
  const { setColorScheme } = useMantineColorScheme();
  const now = useTheme();
  return () => setColorScheme(now === 'dark' ? 'light' : 'dark');
}

function Colours() {
  const now = useTheme();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = now;
    document.documentElement.style.cssText = cssVariables(now);
  }, [now]);
  return null;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} colorSchemeManager={manager} defaultColorScheme="auto">
      <Colours />
      {children}
    </MantineProvider>
  );
}
