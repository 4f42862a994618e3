import { Fragment } from 'react';
import { visibleBlocks, visibleNotes } from '../model/visible';
import { icons } from '../pictures/icons';
import { Picture } from '../pictures/Picture';
import { pictureOf } from '../pictures/pictures';
import type { TextKey } from '../texts';
import { useCanvas, useCanvasState, useSay } from './context';
import { useAddInMiddle } from './Palette';

/** Which group is open, and the way out. */
export function Breadcrumb() {
  const { controller } = useCanvas();
  const path = useCanvasState((s) => s.path);
  const groups = useCanvasState((s) => s.groups);
  const say = useSay();
  if (path.length === 0) {
    return null;
  }

  return (
    <nav className="cv-breadcrumb" aria-label={say('breadcrumb')}>
      <button type="button" onClick={() => controller.leaveTo(0)}>
        {say('mainCanvas')}
      </button>
      {path.map((group, index) => (
        <Fragment key={`${index} ${group}`}>
          <Picture strokes={icons.expand} size={14} />
          <button type="button" aria-current={index === path.length - 1 ? 'page' : undefined} onClick={() => controller.leaveTo(index + 1)}>
            {groups.get(group)?.name}
          </button>
        </Fragment>
      ))}
    </nav>
  );
}

const starts: readonly (readonly [string, TextKey])[] = [
  ['NumberInput', 'startTable'],
  ['PictureInput', 'startPicture'],
  ['TextInput', 'startText'],
  ['SeriesInput', 'startSeries'],
];

/** What an empty canvas says. */
export function Empty() {
  const { catalog } = useCanvas();
  const isEmpty = useCanvasState((s) => visibleBlocks(s).length + visibleNotes(s).length === 0);
  const isInside = useCanvasState((s) => s.path.length > 0);
  const readOnly = useCanvas().readOnly;
  const add = useAddInMiddle();
  const say = useSay();
  if (!isEmpty) {
    return null;
  }

  if (isInside || readOnly) {
    return <p className="cv-empty">{say(readOnly ? 'emptyReadOnly' : 'emptyGroup')}</p>;
  }

  return (
    <div className="cv-empty">
      <h2>{say('emptyTitle')}</h2>
      <p>{say('emptyText')}</p>
      <div className="cv-starts" role="group" aria-label={say('startWithData')}>
        {starts.map(([id, label]) => {
          const kind = catalog.kind(id);
          return (
            kind && (
              <button key={id} type="button" data-family="inputs" onClick={() => add({ kind })}>
                <Picture strokes={pictureOf(id, kind.family)} size={30} />
                {say(label)}
              </button>
            )
          );
        })}
      </div>
      <small>{say('spaceHint')}</small>
    </div>
  );
}

/** A short message at the foot. */
export function ToastLine() {
  const { controller } = useCanvas();
  const toast = useCanvasState((s) => s.toast);
  const say = useSay();
  return toast ? (
    <div className="cv-toast" data-tone={toast.tone}>
      <span>{toast.text}</span>
      <button type="button" className="cv-tool" aria-label={say('close')} title={say('close')} onClick={() => controller.hideToast()}>
        ×
      </button>
    </div>
  ) : null;
}

/** Tells screen readers what has changed. */
export function LiveRegion() {
  const announcement = useCanvasState((s) => s.announcement);
  return (
    <div className="cv-hidden" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}
