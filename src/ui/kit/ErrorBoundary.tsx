import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Crash } from './Crash.tsx';

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
}

/** Catches what only a mistake of ours can throw, and offers the log and a fresh start. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { crash: null, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { crash: { error, where: '' } };
  }

  static getDerivedStateFromProps(props: ErrorBoundaryProps, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { crash: null, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ crash: { error, where: info.componentStack ?? '' } });
  }

  override render(): ReactNode {
    const { crash } = this.state;
    if (crash === null) return this.props.children;
    return <Crash error={crash.error} where={crash.where} log={this.props.log} />;
  }
}
