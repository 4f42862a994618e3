import { useReactFlow, useStoreApi } from '@xyflow/react';
import { type DragEvent, memo, useCallback, useMemo, useState } from 'react';
import { addBeside } from '../actions/adding';
import { type Offer, offers, search } from '../model/search';
import { icons } from '../pictures/icons';
import { Picture } from '../pictures/Picture';
import { familyPicture, pictureOf } from '../pictures/pictures';
import { inLanguage } from '../protocol/values';
import { useCanvas, useCanvasState, useSay } from './context';
import { startDrag } from './dragData';

/** The blocks to choose from, by family, at the left of the canvas. */
export const Palette = memo(function Palette() {
  const { controller, catalog } = useCanvas();
  const isOpen = useCanvasState((s) => s.paletteOpen);
  const insideGroup = useCanvasState((s) => s.path.length > 0);
  const [query, setQuery] = useState('');
  const say = useSay();
  const all = useMemo(() => offers(catalog.catalog, insideGroup), [catalog, insideGroup]);
  const found = useMemo(() => search(all, query), [all, query]);
  const add = useAddInMiddle();
  if (!isOpen) {
    return (
      <div className="cv-palette-rail">
        <button type="button" className="cv-tool" title={say('showPalette')} aria-label={say('showPalette')} onClick={() => controller.state.update({ paletteOpen: true })}>
          <Picture strokes={icons.expand} />
        </button>
      </div>
    );
  }

  return (
    <aside className="cv-palette" aria-label={say('palette')}>
      <div className="cv-palette-head">
        <label className="cv-search">
          <Picture strokes={icons.search} size={16} />
          <input
            type="search"
            value={query}
            placeholder={say('searchBlocks')}
            aria-label={say('searchBlocks')}
            onChange={(e) => setQuery(e.target.value)}
            onKeyDown={(e) => {
              if (e.key === 'Enter' && query && found[0]) {
                add(found[0]);
              } else if (e.key === 'Escape' && query) {
                e.stopPropagation();
                setQuery('');
              }
            }}
          />
        </label>
        <button type="button" className="cv-tool" title={say('hidePalette')} aria-label={say('hidePalette')} onClick={() => controller.state.update({ paletteOpen: false })}>
          <Picture strokes={icons.collapse} />
        </button>
      </div>
      <div className="cv-palette-list">
        {query.trim() ? <Found found={found} add={add} /> : <Families all={all} add={add} />}
      </div>
    </aside>
  );
});

function Found({ found, add }: { readonly found: readonly Offer[]; readonly add: (offer: Offer) => void }) {
  const say = useSay();
  return found.length === 0 ? (
    <p className="cv-nothing">{say('nothingFound')}</p>
  ) : (
    <div className="cv-family-items">
      {found.slice(0, 40).map((offer) => (
        <Item key={(offer.kind ?? offer.preset).id} offer={offer} add={add} />
      ))}
    </div>
  );
}

/** The families that a beginner needs first stand open. */
const openAtFirst = new Set(['Inputs', 'Linear', 'Convolution']);

function Families({ all, add }: { readonly all: readonly Offer[]; readonly add: (offer: Offer) => void }) {
  const { catalog } = useCanvas();
  const language = useCanvas().language;
  const [isOpen, setOpen] = useState<ReadonlySet<string>>(openAtFirst);
  const toggle = (id: string) => {
    const next = new Set(isOpen);
    next[next.has(id) ? 'delete' : 'add'](id);
    setOpen(next);
  };
  return catalog.catalog.families.map((family) => {
    const items = all.filter((o) => (o.kind ?? o.preset).family === family.id);
    return (
      items.length > 0 && (
        <section key={family.id} className="cv-family" data-family={family.id.toLowerCase()}>
          <h2>
            <button type="button" aria-expanded={isOpen.has(family.id)} onClick={() => toggle(family.id)}>
              <Picture strokes={familyPicture(family.id)} size={18} />
              <span>{inLanguage(family.title, language)}</span>
              <small>{items.length}</small>
              <Picture strokes={icons.down} size={14} />
            </button>
          </h2>
          {isOpen.has(family.id) && (
            <div className="cv-family-items">
              {items.map((offer) => (
                <Item key={(offer.kind ?? offer.preset).id} offer={offer} add={add} />
              ))}
            </div>
          )}
        </section>
      )
    );
  });
}

const Item = memo(function Item({ offer, add }: { readonly offer: Offer; readonly add: (offer: Offer) => void }) {
  const language = useCanvas().language;
  const readOnly = useCanvas().readOnly;
  const say = useSay();
  const item = offer.kind ?? offer.preset;
  const help = inLanguage(item.help, language);
  return (
    <button
      type="button"
      className="cv-item"
      data-family={item.family.toLowerCase()}
      data-kind={item.id}
      disabled={readOnly}
      draggable={!readOnly}
      title={`${inLanguage(item.title, language)} (${item.id})\n${help}`}
      onClick={() => add(offer)}
      onDragStart={(e: DragEvent) => startDrag(e, offer)}
    >
      <span className="cv-item-picture">
        <Picture strokes={pictureOf(item.id, item.family)} size={22} />
      </span>
      <span className="cv-item-words">
        <b>
          {inLanguage(item.title, language)}
          {offer.preset && <em>{say('preset')}</em>}
        </b>
        <span>{help}</span>
      </span>
    </button>
  );
});

/** Adds where the person looks. */
export function useAddInMiddle(): (offer: Offer) => void {
  const { controller } = useCanvas();
  const flow = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (offer) => {
      const box = store.getState().domNode!.getBoundingClientRect();
      const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      addBeside(controller, offer, flow.screenToFlowPosition(middle, { snapToGrid: false }));
    },
    [controller, flow, store],
  );
}
