// Parts of the page that are sent when they are first shown: where one does not come, that is told in its place.
import { Component, type ComponentType, lazy, type ReactNode, Suspense } from 'react';

/**
 * A part that is asked for when it is first shown.
 * @param load imports it
 * @param waiting stands in its place until it is there
 */
export function later<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
  waiting: ReactNode = null,
): ComponentType<P> {
  let Part = lazy(load);
  // React keeps that it did not come: asked again is another one.
  const again = () => {
    Part = lazy(load);
  };
  return (props) => (
    <Boundary again={again}>
      {() => (
        <Suspense fallback={waiting}>
          <Part {...props} />
        </Suspense>
      )}
    </Boundary>
  );
}

interface Props {
  again: () => void;
  children: () => ReactNode;
}

/** Keeps what fails in a part from taking the whole page with it. */
class Boundary extends Component<Props, { failed: Error | null }> {
  override state = { failed: null as Error | null };

  static getDerivedStateFromError(failed: Error) {
    return { failed };
  }

  readonly tryAgain = () => {
    this.props.again();
    this.setState({ failed: null });
  };

  override render() {
    const { failed } = this.state;
    if (failed === null) return this.props.children();
    return (
      <div role="alert">
        <p className="lead">This part of the page did not come.</p>
        <p className="muted">{failed.message}</p>
        <p>Where trying again does not help, load the page anew: its view is in the address.</p>
        <div className="buttons">
          <button type="button" className="button" onClick={this.tryAgain}>
            Try again
          </button>
          <button type="button" className="button" onClick={() => location.reload()}>
            Load the page anew
          </button>
        </div>
      </div>
    );
  }
}
