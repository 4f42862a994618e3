import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { connect } from '../actions/editing';
import { nameLength } from '../model/measures';
import { type Candidate, candidates } from '../model/wiring';
import { Picture } from '../pictures/Picture';
import { pictureOf } from '../pictures/pictures';
import { inLanguage } from '../protocol/values';
import { selectedBlocks } from '../store/state';
import type { TextKey } from '../texts';
import { useCanvas, useSay } from './context';

/** A dialog of the browser's own kind: it keeps the keyboard inside and closes on Escape. */
export function Dialog({ title, wide, children }: { readonly title: string; readonly wide?: boolean; readonly children: ReactNode }) {
  const { controller } = useCanvas();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    // A test's browser has no modal dialogs.
    dialog.current?.showModal?.();
  }, []);
  const close = () => {
    controller.setPopup(null);
    controller.view?.focus([...controller.state.value.selection][0]);
  };
  return (
    <dialog
      ref={dialog}
      className="cv-dialog"
      data-wide={wide || undefined}
      aria-labelledby={id}
      onClose={close}
      onKeyDown={(e) => e.stopPropagation()}
      onClick={(e) => e.target === dialog.current && dialog.current?.close()}
    >
      <div className="cv-dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

interface AskProps {
  readonly title: TextKey;
  readonly label: TextKey;
  readonly initial: string;
  readonly numeric?: boolean;
  readonly take: (value: string) => void;
}

/** Asks for one word or number. */
function Ask({ title, label, initial, numeric, take }: AskProps) {
  const { controller } = useCanvas();
  const [value, setValue] = useState(initial);
  const say = useSay();
  return (
    <Dialog title={say(title)}>
      <form
        method="dialog"
        onSubmit={(e) => {
          e.preventDefault();
          take(value);
          controller.setPopup(null);
          controller.view?.focus([...controller.state.value.selection][0]);
        }}
      >
        <label className="cv-field">
          <span>{say(label)}</span>
          <input
            className="input"
            autoFocus
            type={numeric ? 'number' : 'text'}
            min={1}
            max={1000}
            maxLength={nameLength}
            required={title !== 'renameTitle'}
            value={value}
            onFocus={(e) => e.target.select()}
            onChange={(e) => setValue(e.target.value)}
          />
        </label>
        <div className="cv-dialog-foot">
          <button type="button" className="button quiet" onClick={() => controller.setPopup(null)}>
            {say('cancel')}
          </button>
          <button type="submit" className="button primary">
            {say('ok')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Names a new group. */
export function GroupDialog() {
  const { controller } = useCanvas();
  const say = useSay();
  const blocks = selectedBlocks(controller.state.value);
  return <Ask title="groupTitle" label="groupName" initial={say('groupDefault')} take={(name) => controller.perform({ kind: 'group', blocks, name: name.trim() || say('groupDefault') }, true)} />;
}

/** Asks how often a group is repeated. */
export function RepeatDialog({ block }: { readonly block: string }) {
  const { controller } = useCanvas();
  const repeat = controller.state.value.blocks.get(block)?.parameters.repeat;
  return <Ask title="repeatTitle" label="repeatTimes" numeric initial={String(repeat ?? 1)} take={(count) => controller.perform({ kind: 'repeat', block, count: Number(count) })} />;
}

/** Names a block. */
export function RenameDialog({ block }: { readonly block: string }) {
  const { controller } = useCanvas();
  const label = controller.state.value.blocks.get(block)?.label ?? controller.titleOf(block);
  return <Ask title="renameTitle" label="groupName" initial={label} take={(text) => controller.perform({ kind: 'label', block, text: text.trim() })} />;
}

/** Links a block without a pointer: a list of all ports that fit. */
export function ConnectDialog({ block }: { readonly block: string }) {
  const { controller, catalog } = useCanvas();
  const state = controller.state.value;
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const say = useSay();
  const all = useMemo(() => candidates(state, catalog, block), [state, catalog, block]);
  const shown = all.filter((c) => `${controller.titleOf(c.other)} ${c.other}`.toLowerCase().includes(query.trim().toLowerCase())).slice(0, 100);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const take = (candidate: Candidate | undefined) => {
    if (candidate) {
      controller.setPopup(null);
      connect(controller, candidate.from, candidate.to);
      controller.view?.focus(block);
    }
  };
  return (
    <Dialog title={say('connectTitle', controller.titleOf(block))}>
      {all.length === 0 ? (
        <p>{say('connectNone')}</p>
      ) : (
        <>
          <input
            className="input"
            autoFocus
            role="combobox"
            aria-expanded="true"
            aria-controls={`${id}-list`}
            aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
            aria-label={say('connectFilter')}
            placeholder={say('connectFilter')}
            value={query}
            onChange={(e) => {
              setQuery(e.target.value);
              setActive(0);
            }}
            onKeyDown={(e) => {
              if (e.key === 'ArrowDown' || e.key === 'ArrowUp') {
                e.preventDefault();
                setActive(Math.max(0, Math.min(active + (e.key === 'ArrowDown' ? 1 : -1), shown.length - 1)));
              } else if (e.key === 'Enter' && !e.nativeEvent.isComposing) {
                e.preventDefault();
                take(shown[active]);
              }
            }}
          />
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={say('connectTo')} className="cv-popup-list">
            {shown.map((candidate, index) => (
              <CandidateRow key={`${candidate.direction} ${candidate.from.port} ${candidate.to.port} ${candidate.other}`} id={`${id}-${index}`} candidate={candidate} isActive={index === active} onClick={() => take(candidate)} onHover={() => setActive(index)} />
            ))}
          </div>
        </>
      )}
    </Dialog>
  );
}

interface CandidateRowProps {
  readonly id: string;
  readonly candidate: Candidate;
  readonly isActive: boolean;
  readonly onClick: () => void;
  readonly onHover: () => void;
}

function CandidateRow({ id, candidate, isActive, onClick, onHover }: CandidateRowProps) {
  const { controller, catalog } = useCanvas();
  const language = useCanvas().language;
  const say = useSay();
  const other = controller.state.value.blocks.get(candidate.other)!;
  const family = catalog.family(other);
  // Blocks of the same name are told apart by what they give.
  const shape = controller.state.value.diagnostics.get(candidate.other)?.outputs[0]?.shape;
  const name = controller.titleOf(candidate.other);
  const me = controller.titleOf(candidate.direction === 'out' ? candidate.from.block : candidate.to.block);
  const [own, there] = [candidate.ownPort, candidate.otherPort].map((p) => inLanguage(p.title, language));
  return (
    <div id={id} role="option" aria-selected={isActive} className="cv-item" data-family={family.toLowerCase()} onClick={onClick} onPointerMove={() => !isActive && onHover()}>
      <span className="cv-item-picture">
        <Picture strokes={pictureOf(other.kind, family)} size={22} />
      </span>
      <span className="cv-item-words">
        <b>
          {name}
          {shape && <span className="cv-shape"> {shape}</span>}
        </b>
        <span>
          {candidate.direction === 'out' ? `${me} (${own}) → ${name} (${there})` : `${name} (${there}) → ${me} (${own})`}
        </span>
        <span className={candidate.replaces ? 'cv-item-warning' : undefined}>
          {candidate.replaces === null ? say('free') : say('replaces', controller.titleOf(candidate.replaces), controller.titleOf(candidate.to.block))}
        </span>
      </span>
    </div>
  );
}

/** All keys of the canvas. */
export function HelpDialog() {
  const { controller } = useCanvas();
  const say = useSay();
  const rows: readonly (readonly [string, TextKey])[] = [
    [say('keySpace'), 'keysSearch'],
    ['C', 'keysConnect'],
    [say('keyArrows'), 'keysMove'],
    [`Alt+${say('keyArrows')}`, 'keysNudge'],
    ['Enter', 'keysOpen'],
    ['Esc', 'keysLeave'],
    ['Delete', 'remove'],
    ['M', 'mute'],
    ['N', 'note'],
    ['F2', 'rename'],
    ['F', 'fit'],
    ['+ −', 'keysZoom'],
    ['Ctrl+Z', 'undo'],
    ['Ctrl+Y', 'redo'],
    ['Ctrl+C  X  V', 'keysClipboard'],
    ['Ctrl+D', 'duplicate'],
    ['Ctrl+A', 'selectAll'],
    ['Ctrl+G', 'group'],
    ['Ctrl+Shift+G', 'ungroup'],
    ['Shift+L', 'autoLayout'],
    ['Ctrl+Enter', 'keysTrain'],
    ['Shift+F10', 'keysMenu'],
    [`Shift+${say('keyDrag')}`, 'keysBox'],
    [`Shift+${say('keyClick')}`, 'keysAddToSelection'],
  ];
  return (
    <Dialog title={say('help')} wide>
      <dl className="cv-keys">
        {rows.map(([key, label]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{say(label)}</dd>
          </div>
        ))}
      </dl>
      <div className="cv-dialog-foot">
        <button type="button" className="button primary" autoFocus onClick={() => controller.setPopup(null)}>
          {say('close')}
        </button>
      </div>
    </Dialog>
  );
}
