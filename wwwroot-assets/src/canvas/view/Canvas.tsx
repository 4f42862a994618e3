import { ReactFlowProvider } from '@xyflow/react';
import { useMemo } from 'react';
import type { CatalogIndex } from '../model/catalogIndex';
import { useObservable } from '../store/observable';
import type { Controller } from '../store/controller';
import { say } from '../texts';
import { CanvasProvider } from './context';
import { Palette } from './Palette';
import { Safe } from './Safe';
import { Stage } from './Stage';

interface CanvasProps {
  readonly controller: Controller;
  readonly catalogFailed: boolean;
  readonly retry: () => void;
}

/** The whole island. */
export function Canvas({ controller, catalogFailed, retry }: CanvasProps) {
  const catalog = useObservable(controller.catalog, (c) => c);
  const language = useObservable(controller.state, (s) => s.language);
  const isReady = useObservable(controller.state, (s) => s.revision >= 0);
  if (!catalog || !isReady) {
    return (
      <div className="cv-root cv-waiting" lang={language === 'zh' ? 'zh-Hans' : 'en'}>
        {catalogFailed ? (
          <div role="alert">
            <p>{say('catalogFailed', language)}</p>
            <button type="button" className="button" onClick={retry}>
              {say('tryAgain', language)}
            </button>
          </div>
        ) : (
          <p role="status">{say('loading', language)}</p>
        )}
      </div>
    );
  }

  return (
    <Safe language={language}>
      <Ready controller={controller} catalog={catalog} />
    </Safe>
  );
}

function Ready({ controller, catalog }: { readonly controller: Controller; readonly catalog: CatalogIndex }) {
  const language = useObservable(controller.state, (s) => s.language);
  const readOnly = useObservable(controller.state, (s) => s.readOnly);
  const run = useObservable(controller.state, (s) => s.run?.state ?? undefined);
  const context = useMemo(() => ({ controller, catalog, language, readOnly }), [controller, catalog, language, readOnly]);
  return (
    <CanvasProvider value={context}>
      <ReactFlowProvider>
        <div className="cv-root" lang={language === 'zh' ? 'zh-Hans' : 'en'} data-readonly={readOnly || undefined} data-run={run}>
          <Palette />
          <Stage />
        </div>
      </ReactFlowProvider>
    </CanvasProvider>
  );
}
