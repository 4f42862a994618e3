import type { Node, NodeProps } from '@xyflow/react';
import { memo, useEffect, useRef, useState } from 'react';
import { writeNote } from '../actions/editing';
import { noteHeight } from '../model/geometry';
import { mostNoteHeight, textLength } from '../model/measures';
import type { Note } from '../protocol/values';
import { noteId } from '../store/state';
import { useCanvas, useSay } from './context';

/** A note as React Flow knows it. */
export type NoteFlowNode = Node<{ readonly note: Note }, 'note'>;

/** A remark on the canvas: plain text, changed in place. */
export const NoteNode = memo(function NoteNode({ data: { note }, selected }: NodeProps<NoteFlowNode>) {
  const { controller } = useCanvas();
  const readOnly = useCanvas().readOnly;
  const say = useSay();
  const [draft, setDraft] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const isWriting = draft !== null;
  useEffect(() => {
    area.current?.select();
  }, [isWriting]);

  const done = (text: string | null) => {
    setDraft(null);
    if (text !== null) {
      writeNote(controller, noteId(note.id), text);
    }
  };
  if (draft !== null) {
    return (
      <textarea
        ref={area}
        className="cv-note nodrag nowheel nopan"
        style={{ height: noteHeight({ text: draft }) }}
        value={draft}
        maxLength={textLength}
        aria-label={say('noteLabel')}
        placeholder={say('noteHint')}
        onChange={(e) => setDraft(e.target.value)}
        onBlur={() => done(draft)}
        onKeyDown={(e) => {
          e.stopPropagation();
          if (e.key === 'Escape') {
            done(null);
          } else if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) {
            done(draft);
          }
        }}
      />
    );
  }

  return (
    <div
      className={noteHeight(note) < mostNoteHeight ? 'cv-note' : 'cv-note nowheel'}
      data-selected={selected || undefined}
      style={{ height: noteHeight(note) }}
      onDoubleClick={(e) => {
        e.stopPropagation();
        if (!readOnly) {
          setDraft(note.text);
        }
      }}
      data-write="true"
    >
      {note.text}
    </div>
  );
});
