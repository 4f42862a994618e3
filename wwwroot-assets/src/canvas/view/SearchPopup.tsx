import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { choose, currentOffers, fittings } from '../actions/adding';
import { type Fitting } from '../model/fit';
import { search } from '../model/search';
import { icons } from '../pictures/icons';
import { Picture } from '../pictures/Picture';
import { pictureOf } from '../pictures/pictures';
import { inLanguage } from '../protocol/values';
import type { Popup } from '../store/state';
import { useCanvas, useSay } from './context';
import { useInside } from './useInside';

type SearchState = Extract<Popup, { kind: 'search' }>;

/** The search box at the cursor: all blocks, or those that fit a wire. */
export function SearchPopup({ popup }: { readonly popup: SearchState }) {
  const { controller } = useCanvas();
  const language = useCanvas().language;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const id = useId();
  const say = useSay();
  const place = useInside(frame, popup.at);
  const fit = useFittings(popup);
  const found = useMemo(() => {
    const byOffer = new Map(fit.map((f) => [f.offer, f]));
    return search(fit.map((f) => f.offer), query).map((offer) => byOffer.get(offer)!).slice(0, 60);
  }, [fit, query]);
  const isFitted = popup.wire !== undefined || popup.link !== undefined;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const close = () => {
    controller.setPopup(null);
    controller.view?.focus();
  };
  const take = (fitting: Fitting | undefined) => {
    if (fitting) {
      controller.setPopup(null);
      choose(controller, popup, fitting);
    }
  };
  const keys: Readonly<Record<string, () => void>> = {
    ArrowDown: () => setActive(Math.min(active + 1, found.length - 1)),
    ArrowUp: () => setActive(Math.max(active - 1, 0)),
    Enter: () => take(found[active]),
    Escape: close,
  };
  return (
    <div ref={frame} className="cv-popup cv-search-popup" style={place} role="dialog" aria-label={say('addBlock')}
      onBlur={(e) => !e.currentTarget.contains(e.relatedTarget) && e.relatedTarget !== null && controller.setPopup(null)}>
      <label className="cv-search">
        <Picture strokes={icons.search} size={16} />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found[active] ? `${id}-${active}` : undefined}
          aria-label={say('searchBlocks')}
          placeholder={say('searchHint')}
          value={query}
          onChange={(e) => {
            setQuery(e.target.value);
            setActive(0);
          }}
          onKeyDown={(e) => {
            e.stopPropagation();
            const act = keys[e.key];
            if (act && !e.nativeEvent.isComposing) {
              e.preventDefault();
              act();
            }
          }}
        />
      </label>
      {isFitted && found.length > 0 && <p className="cv-popup-hint">{say('bestFirst')}</p>}
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={say('palette')} className="cv-popup-list">
        {found.map((fitting, index) => {
          const item = fitting.offer.kind ?? fitting.offer.preset;
          return (
            <div
              key={item.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              className="cv-item"
              data-family={item.family.toLowerCase()}
              data-kind={item.id}
              onPointerMove={() => index !== active && setActive(index)}
              onPointerDown={(e) => e.preventDefault()}
              onClick={() => take(fitting)}
            >
              <span className="cv-item-picture">
                <Picture strokes={pictureOf(item.id, item.family)} size={22} />
              </span>
              <span className="cv-item-words">
                <b>{inLanguage(item.title, language)}</b>
                <span>{inLanguage(item.help, language)}</span>
              </span>
            </div>
          );
        })}
      </div>
      {found.length === 0 && <p className="cv-nothing">{say(isFitted && !query ? 'nothingFits' : 'nothingFound')}</p>}
    </div>
  );
}

/** What can be chosen: what fits the wire, or everything. */
function useFittings(popup: SearchState): readonly Fitting[] {
  const { controller } = useCanvas();
  return useMemo(() => {
    const state = controller.state.value;
    const link = popup.link ? state.links.get(popup.link) : undefined;
    const wire = popup.wire ?? (link && { ...link.from, direction: 'from' as const });
    if (!wire) {
      return currentOffers(controller).map((offer) => ({ offer, port: '' }));
    }

    const all = fittings(controller, wire);
    // What is put into a wire must let it go on.
    return popup.link ? all.filter((f) => !f.offer.kind || f.offer.kind.outputs.length > 0) : all;
  }, [controller, popup]);
}
