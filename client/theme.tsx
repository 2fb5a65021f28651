// Light and dark: Mantine follows the system until the reader switches, and the page takes the canvas' colours.
import {
  createTheme,
  localStorageColorSchemeManager,
  MantineProvider,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react';
import { cssVariables, type Theme } from './canvas/tokens.ts';

const FONT = '"Inter Variable", Inter, system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif';

const theme = createTheme({
  fontFamily: FONT,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 'md',
});
const manager = localStorageColorSchemeManager({ key: 'entente.theme' });

/** The theme that is shown now: a context, for hundreds of glyphs ask for it. */
const Shown = createContext<Theme>('light');
export const useTheme = (): Theme => useContext(Shown);

/** Switches between light and dark. */
export function useThemeSwitch(): () => void {
  const { setColorScheme } = useMantineColorScheme();
  const now = useTheme();
  return () => setColorScheme(now === 'dark' ? 'light' : 'dark');
}

function Colours({ children }: { children: ReactNode }) {
  const now = useComputedColorScheme('light', { getInitialValueInEffect: false });
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = now;
    document.documentElement.style.cssText = cssVariables(now);
  }, [now]);
  return <Shown value={now}>{children}</Shown>;
}

export function ThemeProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={theme} colorSchemeManager={manager} defaultColorScheme="auto">
      <Colours>{children}</Colours>
    </MantineProvider>
  );
}
