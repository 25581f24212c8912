import { Component, type ErrorInfo, type ReactNode } from 'react';
import type { Crash } from './Crash.tsx';
import { useKitLabels } from './labels.ts';

export interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** A new value tries again: the address, the id of what is shown. */
  readonly resetKey?: string;
  /** More for the log, such as the world that was open. */
  readonly log?: () => string;
}

interface State {
  readonly crash: { readonly error: unknown; readonly where: string } | null;
  readonly resetKey: string | undefined;
  /** What shows the crash with a way on: nobody fetches it before something has crashed. */
  readonly screen: typeof Crash | null;
}

/** Catches what only a mistake of ours can throw, and offers the log and a fresh start. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { crash: null, resetKey: this.props.resetKey, screen: null };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { crash: { error, where: '' } };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { crash: null, resetKey: props.resetKey };
  }

  override componentDidCatch(cause: unknown, { componentStack }: ErrorInfo): void {
    this.setState({ crash: { error: cause, where: componentStack ?? '' } });
    void this.showScreen();
  }

  private async showScreen(): Promise<void> {
    try {
      const loaded = await import('./Crash.tsx');
      this.setState({ screen: loaded.Crash });
    } catch {
      // The words that stand there already say what to do.
    }
  }

  override render(): ReactNode {
    const { crash, screen: Screen } = this.state;
    if (crash === null) return this.props.children;
    return Screen === null ? <Stopped /> : <Screen {...crash} log={this.props.log} />;
  }
}

/** What happened and what to do, in words alone. */
function Stopped() {
  const labels = useKitLabels();
  return (
    <p role="alert">
      {labels.crashTitle}. {labels.crashText}
    </p>
  );
}
