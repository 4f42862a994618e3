import { Component, type ReactNode } from 'react';
import type { Language } from '../protocol/values';
import { say } from '../texts';

interface SafeProps {
  readonly language: Language;
  readonly children: ReactNode;
}

/** Where drawing the canvas fails, words and a way out stand in its place: the document itself is safe on the server. */
export class Safe extends Component<SafeProps, { readonly hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const { language, children } = this.props;
    return this.state.hasFailed ? (
      <div className="cv-root cv-waiting" role="alert">
        <div>
          <p>{say('drawingFailed', language)}</p>
          <button type="button" className="button" onClick={() => this.setState({ hasFailed: false })}>
            {say('drawAgain', language)}
          </button>
        </div>
      </div>
    ) : (
      children
    );
  }
}
