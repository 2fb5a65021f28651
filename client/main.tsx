// Mounts the page and ties its store to the address.
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/UnstyledButton.css';
import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/Popover.css';
import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/ScrollArea.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Modal.css';
import '@mantine/core/styles/Menu.css';
import '@mantine/core/styles/Tabs.css';
import '@mantine/core/styles/Tooltip.css';
import './style.css';
import './controls.css';
import './dialogs.css';
import './panels/left.css';
import './panels/confidence.css';
import './panels/filters.css';
import './panels/time.css';
import './panels/centre.css';
import './panels/inspector.css';
import './panels/claim.css';
import './panels/dock.css';
import './panels/report.css';
import './panels/bloc/bloc.css';
import './panels/bloc/filtration.css';
import './panels/changes/changes.css';
import './panels/paths/paths.css';
import './panels/views/views.css';
import './panels/narrow.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onKey } from './actions.ts';
import { tie } from './history.ts';
import { takeDrops } from './imports.ts';
import { Page } from './panels/Page.tsx';
import { ThemeProvider } from './theme.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no place to be mounted in');
tie();
addEventListener('keydown', onKey);
takeDrops();
createRoot(root).render(
  <StrictMode>
    <ThemeProvider>
      <Page />
    </ThemeProvider>
  </StrictMode>,
);
