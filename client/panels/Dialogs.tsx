// The dialogs: how to read the picture, the keyboard map, the token, export and import, and what is to be added around an
// entity.
import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { closeExport } from '../exports.ts';
import { closeImport } from '../imports.ts';
import { scratch, useStore } from '../store.ts';
import { closeViews } from '../views.ts';
import { Expand } from './Expand.tsx';
import { Keys } from './Keys.tsx';
import { later } from './Later.tsx';
import { Token } from './Token.tsx';

/** Asked for by those who open them. */
const HowToRead = later(() => import('./HowToRead.tsx'), <div className="minis" />);
const ExportDialog = later(() => import('./ExportDialog.tsx'));
const Import = later(() => import('./Import.tsx'));
const Views = later(() => import('./views/Views.tsx'));

interface Props {
  title: string;
  opened: boolean;
  size?: number;
  onClose: () => void;
  children: ReactNode;
}

function Dialog({ title, opened, size = 480, onClose, children }: Props) {
  return (
    // Escape is an action of the page (actions.ts): it closes one thing at a time.
    <Modal.Root opened={opened} onClose={onClose} size={size} centered closeOnEscape={false}>
      <Modal.Overlay backgroundOpacity={0.6} />
      <Modal.Content>
        <div className="dialog-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

const close = () => scratch({ dialog: null });

export function Dialogs() {
  const dialog = useStore((s) => s.scratch.dialog);
  const expanding = useStore((s) => s.scratch.expanding !== null);
  const exporting = useStore((s) => s.scratch.exporting !== null);
  const importing = useStore((s) => s.scratch.importing !== null);
  const views = useStore((s) => s.scratch.views !== null);
  return (
    <>
      <Dialog title="How to read the picture" opened={dialog === 'read'} size={1240} onClose={close}>
        <HowToRead />
      </Dialog>
      <Dialog title="Keyboard map" opened={dialog === 'keys'} size={640} onClose={close}>
        <Keys />
      </Dialog>
      <Dialog title="A token is needed" opened={dialog === 'token'} onClose={close}>
        <Token />
      </Dialog>
      <Dialog title="What is not drawn yet" opened={expanding} onClose={() => scratch({ expanding: null })}>
        <Expand />
      </Dialog>
      <Dialog title="Export" opened={exporting} size={760} onClose={closeExport}>
        <ExportDialog />
      </Dialog>
      <Dialog title="Import a file" opened={importing} size={680} onClose={closeImport}>
        <Import />
      </Dialog>
      <Dialog title="Saved views" opened={views} size={760} onClose={closeViews}>
        <Views />
      </Dialog>
    </>
  );
}
