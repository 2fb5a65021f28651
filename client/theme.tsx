// Light, dark or forced by the system: Mantine follows the system until the reader switches, and the page takes the canvas'
// colours.
import {
  createTheme,
  localStorageColorSchemeManager,
  MantineProvider,
  useComputedColorScheme,
  useMantineColorScheme,
} from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { createContext, type ReactNode, useContext, useLayoutEffect, useMemo } from 'react';
import { takeSystemColours } from './canvas/forced.ts';
import { cssVariables, isForced, type Theme } from './canvas/tokens.ts';

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

const atOnce = { getInitialValueInEffect: false };

/** The theme that the reader chose, or the colours that the system forces, which no page switches. */
function useThemeNow(): Theme {
  const chosen = useComputedColorScheme('light', atOnce);
  const forced = useMediaQuery('(forced-colors: active)', false, atOnce);
  const dark = useMediaQuery('(prefers-color-scheme: dark)', false, atOnce);
  const theme = forced ? (dark ? 'forced-dark' : 'forced-light') : chosen;
  // Before anything is drawn in it.
  useMemo(() => isForced(theme) && takeSystemColours(theme), [theme]);
  return theme;
}

function Colours({ children }: { children: ReactNode }) {
  const now = useThemeNow();
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = now.replace('forced-', '');
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
