// Lays out the claims view off the main thread.
import { arrange, type LayoutTask } from './claims-layout.ts';

interface Scope {
  onmessage: ((event: MessageEvent<{ id: number; task: LayoutTask }>) => void) | null;
  postMessage(message: unknown): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  scope.postMessage({ id: data.id, places: arrange(data.task) });
};
